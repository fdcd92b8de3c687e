package rollcall.provider.simulator;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import rollcall.person.EmailAddress;
import rollcall.web.Text;

/**
 * Somebody whom Rollcall does not know, as somebody types them. One of name and address is enough for whoever comes without
 * registering.
 *
 * @param registers whether they register at the provider, and do not come
 */
record StrangerForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String minutes,
        @Nullable Boolean registers) {

    /** A day. */
    static final int MOST_MINUTES = 24 * 60;

    private static final int LONGEST_NAME = 200;

    /** @param minutes 0 when they stand in the errors */
    record Stranger(String name, String email, int minutes) {}

    static StrangerForm blank() {
        return new StrangerForm("", "", "45", false);
    }

    /** What was typed; only to be used when there are no errors. */
    Stranger read(Errors errors) {
        var who = new Stranger(text(name), text(email), minutes(errors));
        if (who.name().length() > LONGEST_NAME || Text.unwanted(who.name())) {
            errors.rejectValue("name", "simulator.stranger.name.wrong");
        }
        if (!who.email().isEmpty() && EmailAddress.parse(who.email()).isEmpty()) {
            errors.rejectValue("email", "simulator.stranger.email.wrong");
        }
        if (only() && who.email().isEmpty()) {
            errors.rejectValue("email", "simulator.stranger.email.missing");
        } else if (who.name().isEmpty() && who.email().isEmpty()) {
            errors.rejectValue("name", "simulator.stranger.nobody");
        }
        return who;
    }

    boolean only() {
        return Boolean.TRUE.equals(registers);
    }

    private int minutes(Errors errors) {
        if (only()) {
            return 0;
        }
        if (text(minutes).isEmpty()) {
            errors.rejectValue("minutes", "simulator.minutes.missing");
            return 0;
        }
        var read = Numbers.read("minutes", minutes, 1, MOST_MINUTES, errors);
        return read == null ? 0 : read;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : Text.tidy(typed);
    }
}
