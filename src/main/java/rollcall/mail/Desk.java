package rollcall.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How letters go out at the moment.
 *
 * @param pausedAt since when nothing is sent, by whom; null when nobody has paused it
 * @param perMinute how many are sent in a minute at most, by all nodes together; null for no limit
 * @param heldUntil the mail server did not answer or does not let us in: nothing is tried before then; null when it does
 * @param heldFor why, in words; null when it is not held
 * @param heldTimes how often in a row
 */
record Desk(
        @Nullable Instant pausedAt,
        @Nullable String pausedBy,
        @Nullable Integer perMinute,
        @Nullable Instant heldUntil,
        @Nullable Trouble heldFor,
        int heldTimes) {

    boolean open(Instant now) {
        return pausedAt == null && (heldUntil == null || !heldUntil.isAfter(now));
    }

    public boolean paused() {
        return pausedAt != null;
    }

    public boolean held() {
        return heldUntil != null;
    }
}
