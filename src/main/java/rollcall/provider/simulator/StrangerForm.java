package rollcall.provider.simulator;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import rollcall.person.EmailAddress;
import rollcall.web.Text;

/** Somebody who comes without registering, as somebody types them. One of name and address is enough. */
record StrangerForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String minutes) {

    /** A day. */
    static final int MOST_MINUTES = 24 * 60;

    private static final int LONGEST_NAME = 200;

    /** @param minutes 0 when they stand in the errors */
    record Stranger(String name, String email, int minutes) {}

    static StrangerForm blank() {
        return new StrangerForm("", "", "45");
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
        if (who.name().isEmpty() && who.email().isEmpty()) {
            errors.rejectValue("name", "simulator.stranger.nobody");
        }
        return who;
    }

    private int minutes(Errors errors) {
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
