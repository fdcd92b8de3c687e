package rollcall.provider.simulator;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Reads whole numbers that somebody typed. */
final class Numbers {

    private Numbers() {}

    /** Null when nothing was typed, or when what was typed stands in the errors. */
    static @Nullable Integer read(String field, @Nullable String typed, int least, int most, Errors errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        var number = parse(typed.strip());
        if (number == null || number < least || number > most) {
            errors.rejectValue(field, "simulator.number", new Object[] {least, most}, null);
            return null;
        }
        return number;
    }

    private static @Nullable Integer parse(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.valueOf(typed) : null;
    }
}
