package rollcall.desk;

import java.util.List;
import rollcall.member.SeatCount;
import rollcall.program.Channel;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/**
 * One program with the numbers of its members.
 *
 * @param gone how many left the program
 * @param past whether the event is over
 */
public record Overview(Program program, Channel channel, List<Share> shares, long gone, SeatCount seats, boolean past) {

    /** Everybody who is in the program. */
    public long members() {
        return shares.stream().mapToLong(Share::count).sum();
    }

    public long pending() {
        return count(StatusCode.PENDING_APPROVAL);
    }

    public long errors() {
        return count(StatusCode.REGISTRATION_ERROR);
    }

    public long waiting() {
        return count(StatusCode.WAITLISTED);
    }

    /** Whether something here waits for a person. */
    public boolean needsSomebody() {
        return pending() > 0 || errors() > 0 || waiting() > 0;
    }

    /** How full the program is, in percent; 100 at most. */
    public long fullness() {
        var capacity = seats.capacity();
        return capacity == null || capacity == 0 ? 0 : Math.min(100, seats.taken() * 100L / capacity);
    }

    private long count(StatusCode code) {
        return shares.stream()
                .filter(share -> share.is(code))
                .mapToLong(Share::count)
                .sum();
    }

    /** Seats taken in a program without a limit: whoever has a status that holds one. */
    static int holders(List<Share> shares) {
        return (int) shares.stream()
                .filter(share -> share.status().holdsSeat())
                .mapToLong(Share::count)
                .sum();
    }
}
