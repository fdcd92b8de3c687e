package rollcall.member;

import java.util.Set;
import rollcall.program.StatusCode;

/**
 * Members of one program got a status: published once per change set, inside the transaction that writes it. Listeners
 * only write rows, with {@code insert … select … from status_change where change_set_id = ?}.
 *
 * @param to the keys of the statuses that were given
 * @param reported whether this only says what is so at the provider already, so that the provider need not be told
 */
public record StatusesChanged(long changeSetId, long programId, Set<String> to, boolean reported) {

    /** Whether somebody was given that status. */
    public boolean to(StatusCode code) {
        return to.contains(code.name());
    }
}
