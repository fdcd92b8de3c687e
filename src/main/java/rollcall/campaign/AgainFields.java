package rollcall.campaign;

import org.jspecify.annotations.Nullable;
import rollcall.campaign.Again.Often;

/** Between how often one may come in and the fields of a form. */
final class AgainFields {

    private static final int MOST_DAYS = 3_650;

    private AgainFields() {}

    static Fields of(Again again) {
        var fields = Fields.NONE.with("often", again.often().name());
        var days = again.often() == Often.DAYS ? fields.with("days", again.days()) : fields;
        return again.afterReturn() == null ? days : days.with("afterReturn", again.afterReturn());
    }

    static Again read(Input input) {
        var often = input.one("often", Often.values());
        return new Again(
                often,
                often == Often.DAYS ? input.number("days", 1, MOST_DAYS) : 0,
                often == Often.ONCE ? afterReturn(input.fields().text("afterReturn")) : null);
    }

    private static @Nullable Boolean afterReturn(String typed) {
        return switch (typed) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }
}
