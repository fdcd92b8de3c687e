package rollcall.waitlist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on a waitlist.
 *
 * @param number the change set with which they began to wait, or were put to the end
 * @param offerUntil until when a seat is held for them; null when none is
 */
record Waiting(
        long memberId,
        String name,
        String email,
        int priority,
        long number,
        Instant since,
        @Nullable Instant offerUntil) {

    /** The name, or the address of somebody whose name is not known. */
    public String label() {
        return name.isEmpty() ? email : name;
    }

    /** Where the page behind them begins. */
    String key() {
        return priority + "." + number + "." + memberId;
    }
}
