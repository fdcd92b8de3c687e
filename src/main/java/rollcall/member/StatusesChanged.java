package rollcall.member;

import java.util.Set;

/**
 * Members of one program got a status: published once per change set, inside the transaction that writes it. Listeners
 * only write rows, with {@code insert … select … from status_change where change_set_id = ?}.
 *
 * @param to the keys of the statuses that were given
 */
public record StatusesChanged(long changeSetId, long programId, Set<String> to) {}
