package rollcall.provider.on24;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import rollcall.provider.EventRef;
import rollcall.provider.Page;
import rollcall.provider.Registrant;
import rollcall.provider.Registrant.State;
import rollcall.provider.RegistrantRef;
import rollcall.provider.on24.On24Client.Ask;

/**
 * Who is registered for an event: {@code GET /event/{eventId}/registrant} (ON24-OAS). Whoever has not confirmed their
 * address yet, where that is asked for, and whoever waits for approval in ON24's own pages is not shown there.
 */
final class Registrants {

    private final Lists lists;
    private final On24Settings settings;

    Registrants(Lists lists, On24Settings settings) {
        this.lists = lists;
        this.settings = settings;
    }

    /** Those who were deleted as well, so that whoever cancelled at ON24 is told apart from whom it never knew. */
    Page<Registrant> all(EventRef event, @Nullable String cursor) {
        return page(event, "all", Map.of("userstatus", "any"), row -> true, cursor);
    }

    /** Those of whom ON24 says that they did not come. */
    Page<Registrant> noShows(EventRef event, @Nullable String cursor) {
        return page(event, "noshow", Map.of("noshow", "Y"), Row::active, cursor);
    }

    private Page<Registrant> page(
            EventRef event, String name, Map<String, String> query, Predicate<Row> wanted, @Nullable String cursor) {
        var ask = Ask.ofEvent(event.externalId(), "/registrant").with(query);
        return lists.page(
                event, new Lists.What<>("registrants", name, Registrant.class), ask, cursor, (row, report) -> {
                    if (wanted.test(row)) {
                        report.add(of(row), key(row));
                    }
                });
    }

    static String key(Row row) {
        return row.text("eventuserid") + " " + row.text("email");
    }

    Registrant of(Row row) {
        var state = state(row);
        return new Registrant(
                new RegistrantRef(row.id("eventuserid"), row.text("email")),
                row.memberId(),
                row.name(),
                state,
                null,
                "",
                since(row, state));
    }

    private State state(Row row) {
        if (row.gone()) {
            return State.CANCELLED;
        }
        if (settings.blockedMeansDenied() && row.yes("isblocked")) {
            return State.DENIED;
        }
        return row.active() ? State.APPROVED : State.UNKNOWN;
    }

    /** {@code lastactivity} is when the registration was changed last, by deleting it as well (ON24-OAS). */
    private static @Nullable Instant since(Row row, State state) {
        var changed = row.at("lastactivity");
        return state == State.APPROVED || changed == null ? row.at("createtimestamp") : changed;
    }
}
