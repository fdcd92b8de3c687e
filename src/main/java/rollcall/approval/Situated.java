package rollcall.approval;

import org.jspecify.annotations.Nullable;
import rollcall.program.StatusCode;

/**
 * How a program stands in which somebody waits.
 *
 * @param capacity null for no limit
 * @param waiting how many are on the waitlist
 * @param approval what being approved comes to now; null when the program is full
 */
record Situated(
        long id,
        String name,
        String zone,
        @Nullable Integer capacity,
        int taken,
        long waiting,
        boolean fourEyes,
        boolean waitlistOn,
        @Nullable StatusCode approval) {

    /** Seats that nobody has; none when there is no limit to speak of. */
    public int free() {
        return capacity == null ? 0 : Math.max(0, capacity - taken);
    }

    public boolean full() {
        return approval == null;
    }

    public boolean toWaitlist() {
        return approval == StatusCode.WAITLISTED;
    }
}
