package rollcall.approval;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in the inbox: behind it are those who wait since later. */
record InboxKey(Instant since, long memberId) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,17})-(\\d{1,18})");

    static InboxKey of(Waiter one) {
        return new InboxKey(one.since(), one.memberId());
    }

    /** Null for nothing and for what is no key. */
    static @Nullable InboxKey parse(@Nullable String text) {
        var match = SHAPE.matcher(text == null ? "" : text);
        return match.matches()
                ? new InboxKey(
                        Instant.EPOCH.plus(Long.parseLong(match.group(1)), ChronoUnit.MICROS),
                        Long.parseLong(match.group(2)))
                : null;
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, since) + "-" + memberId;
    }
}
