package rollcall.member;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins or ends.
 *
 * @param at null when the order is not by an instant; then the member with that id is where it begins
 */
record PageKey(@Nullable Instant at, long id) {

    private static final Pattern SHAPE = Pattern.compile("(?:(\\d{1,18})\\.)?(\\d{1,18})");

    /** The key in an address, or nothing when somebody made one up: then the list begins at its start. */
    static Optional<PageKey> parse(@Nullable String text, MemberSort sort) {
        var match = SHAPE.matcher(text == null ? "" : text);
        if (!match.matches() || sort.byInstant() == (match.group(1) == null)) {
            return Optional.empty();
        }
        var id = Long.parseLong(match.group(2));
        return Optional.of(new PageKey(sort.byInstant() ? instant(Long.parseLong(match.group(1))) : null, id));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
