package rollcall.member;

import org.jspecify.annotations.Nullable;
import rollcall.program.Move.Reason;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/** The seats that a change set may give away, counted down while it decides. */
final class SeatBudget {

    private final @Nullable Integer capacity;
    private final int takenBefore;
    private final long waitingBefore;
    private int taken;
    private long waiting;

    /**
     * @param capacity null for no limit, and then nothing else counts
     * @param waiting how many wait for a seat
     */
    SeatBudget(@Nullable Integer capacity, int taken, long waiting) {
        this.capacity = capacity;
        this.takenBefore = taken;
        this.taken = taken;
        this.waitingBefore = waiting;
        this.waiting = waiting;
    }

    static SeatBudget unlimited() {
        return new SeatBudget(null, 0, 0);
    }

    /** The same seats, as if nothing of them had been spent yet. */
    SeatBudget unspent() {
        return new SeatBudget(capacity, takenBefore, waitingBefore);
    }

    /** The same seats, after that was spent of them by somebody else. */
    SeatBudget after(SeatsSpent spent) {
        return new SeatBudget(capacity, takenBefore + spent.seats(), waitingBefore + spent.waiting());
    }

    boolean limited() {
        return capacity != null;
    }

    /** Whether somebody still waits for a seat, as far as that counts. */
    boolean somebodyWaits() {
        return capacity != null && waiting > 0;
    }

    /** How many seats more are taken than at the start; negative when more were freed. */
    int spent() {
        return taken - takenBefore;
    }

    /** All that was spent since the start. */
    SeatsSpent allSpent() {
        return new SeatsSpent(spent(), waiting - waitingBefore);
    }

    /** Why somebody cannot have one more seat; null when they can. */
    @Nullable
    Reason refusal(Standing standing, boolean ahead) {
        if (capacity == null) {
            return null;
        }
        if (taken >= capacity) {
            return Reason.PROGRAM_FULL;
        }
        return waiting > 0 && !standing.waits() && !ahead ? Reason.PROMISED_TO_WAITLIST : null;
    }

    /** Counts a move that was decided. */
    void count(Standing standing, Status to) {
        taken += seats(to) - (standing.holdsSeat() ? 1 : 0);
        waiting += (waits(to) ? 1 : 0) - (standing.waits() ? 1 : 0);
    }

    private static int seats(Status status) {
        return status.holdsSeat() ? 1 : 0;
    }

    private static boolean waits(Status status) {
        return status.is(StatusCode.WAITLISTED);
    }
}
