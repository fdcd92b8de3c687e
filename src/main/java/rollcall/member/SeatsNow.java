package rollcall.member;

import org.jspecify.annotations.Nullable;
import rollcall.program.StatusCode;

/**
 * How the seats of a program stand.
 *
 * @param capacity null for no limit
 * @param taken by members in a status that holds a seat, and by open offers
 * @param waiting how many are on the waitlist, those with an offer among them
 * @param promised whether free seats are theirs, so that a newcomer gets none
 * @param roomToWait how many more may wait; 0 where there is no waitlist
 */
public record SeatsNow(@Nullable Integer capacity, int taken, long waiting, boolean promised, long roomToWait) {

    /** More may wait than ever will. */
    static final long ANY_NUMBER = Long.MAX_VALUE;

    /** Without a limit nobody has to be counted. */
    public static final SeatsNow UNLIMITED = new SeatsNow(null, 0, 0, false, 0);

    /** How many are free; as many as anybody wants when there is no limit. */
    public int free() {
        return capacity == null ? Integer.MAX_VALUE : Math.max(0, capacity - taken);
    }

    /** Whether somebody who gets no seat may wait for one. */
    public boolean openToWait() {
        return roomToWait > 0;
    }

    /** As they stand once one more got a seat, or began to wait; any other status changes nothing. */
    public SeatsNow after(StatusCode given) {
        return switch (given) {
            case REGISTERED -> new SeatsNow(capacity, taken + 1, waiting, promised, roomToWait);
            case WAITLISTED -> new SeatsNow(capacity, taken, waiting + 1, promised, less(roomToWait));
            default -> this;
        };
    }

    private static long less(long room) {
        return room == ANY_NUMBER ? room : room - 1;
    }

    /** Whether somebody who comes now gets a seat. */
    public boolean openToNewcomers() {
        return capacity == null || (free() > 0 && !promised);
    }
}
