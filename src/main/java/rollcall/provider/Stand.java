package rollcall.provider;

import java.util.Set;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/**
 * Where a member stands, as far as a report is read by it.
 *
 * @param heard what the provider has said of the member before, since the event began
 * @param leftSince whether they left the program after the event had begun
 * @param closed whether the membership only tells what was
 * @param acceptedInTime whether the provider had accepted them before the end
 * @param unsettled whether it is news that they are registered there: nobody knows it here yet, or the provider had refused
 */
record Stand(
        Status at,
        Set<StatusCode> heard,
        boolean leftSince,
        boolean closed,
        boolean acceptedInTime,
        boolean unsettled) {

    boolean registered() {
        return at.is(StatusCode.REGISTERED);
    }
}
