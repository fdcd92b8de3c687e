package rollcall.member;

import java.util.Set;
import rollcall.program.StatusCode;

/**
 * Members of one program got a status: published once per change set, inside the transaction that writes it. Listeners
 * only write rows, with {@code insert … select … from status_change where change_set_id = ?}.
 *
 * <p>A correction writes two rows for most of its members: out of the program, then to the status that is right. What
 * counts is the difference between the first one's {@code from_status} and the last one's {@code to_status}:
 *
 * <ul>
 *   <li>{@code where corrected_by is null or corrected_by <> change_set_id} leaves the row that leads to the final
 *       status, one for each member; the way out that is only passed through is not among them;
 *   <li>whoever keeps registrations elsewhere reads every row, with {@code and not keeps_registration}: the way out of
 *       somebody who is registered there and no longer should be cancels, and Registered registers; of somebody whose
 *       registration stands, neither row is left. Both conditions hold for rows of every change set.
 * </ul>
 *
 * @param to the keys of the statuses that were given; in a correction, of the final ones alone
 * @param reported whether this only says what is so at the provider already, so that the provider need not be told
 * @param correction whether a mistake was corrected
 */
public record StatusesChanged(long changeSetId, long programId, Set<String> to, boolean reported, boolean correction) {

    /** Whether somebody was given that status. */
    public boolean to(StatusCode code) {
        return to.contains(code.name());
    }

    /** Whether somebody may have left the program, be it only to come back with another status at once. */
    public boolean out() {
        return correction || to(StatusCode.NOT_IN_PROGRAM);
    }
}
