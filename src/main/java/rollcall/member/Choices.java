package rollcall.member;

import java.util.List;
import java.util.Map;
import java.util.Set;
import rollcall.program.Move;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/**
 * What a page offers to do with one member.
 *
 * @param open what may be asked for next, in the order of steps, Not in Program last
 * @param withheld the other statuses, by the reason for which they would be refused
 * @param onlyAhead those of the open ones that need a manager's word that the member may pass the waitlist
 */
record Choices(List<Status> open, Map<Move.Reason, List<Status>> withheld, Set<Status> onlyAhead) {

    /** Whether one of them needs a reason. */
    public boolean rejecting() {
        return open.stream().anyMatch(status -> status.is(StatusCode.REJECTED));
    }

    public boolean none() {
        return open.isEmpty();
    }
}
