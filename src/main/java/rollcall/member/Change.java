package rollcall.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;
import rollcall.program.Status;

/**
 * One row of a member's history.
 *
 * @param from null for the first one
 * @param at when it happened
 * @param recordedAt when it was written, which is later for what was only reported afterwards
 * @param correction whether it was part of the correction of a mistake
 * @param takenBack whether a later correction took it back, so that it counts for nothing
 */
public record Change(
        int seq,
        @Nullable Status from,
        Status to,
        String reason,
        Cause cause,
        Actor by,
        Instant at,
        Instant recordedAt,
        long changeSetId,
        @Nullable Long jobId,
        boolean correction,
        boolean takenBack) {

    Change asTakenBack() {
        return new Change(seq, from, to, reason, cause, by, at, recordedAt, changeSetId, jobId, correction, true);
    }
}
