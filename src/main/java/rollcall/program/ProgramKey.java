package rollcall.program;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rollcall.program.ProgramList.Stretch;

/** Where a page of the list of programs begins: behind this program. */
record ProgramKey(Stretch stretch, Instant startsAt, long id) {

    private static final Pattern SHAPE = Pattern.compile("(upcoming|past|archived)\\.(-?\\d{1,18})\\.(\\d{1,18})");

    static ProgramKey of(Program program, Instant now) {
        return new ProgramKey(Stretch.of(program, now), program.startsAt(), program.key());
    }

    /** The key in that text; nothing for null or a text that is none. */
    static Optional<ProgramKey> parse(@Nullable String text) {
        var parts = SHAPE.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ProgramKey(
                Stretch.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
                Instant.EPOCH.plus(Long.parseLong(parts.group(2)), ChronoUnit.MICROS),
                Long.parseLong(parts.group(3))));
    }

    @Override
    public String toString() {
        return "%s.%d.%d"
                .formatted(
                        stretch.name().toLowerCase(Locale.ROOT),
                        ChronoUnit.MICROS.between(Instant.EPOCH, startsAt),
                        id);
    }
}
