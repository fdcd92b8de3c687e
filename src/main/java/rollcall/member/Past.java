package rollcall.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.program.Status;

/**
 * One change of a member's history, as a correction looks at it.
 *
 * @param from null for the first one
 * @param correction whether it was part of the correction of a mistake
 * @param correctedBy the change set of the correction that took it back last; its own when it is the way out that a
 *     correction passes through; null for none
 */
record Past(
        int seq,
        @Nullable Status from,
        Status to,
        Instant at,
        long changeSetId,
        @Nullable Long jobId,
        boolean correction,
        @Nullable Long correctedBy) {

    /** Whether it is the way out of a correction that leads on. */
    boolean passedThrough() {
        return correctedBy != null && correctedBy == changeSetId;
    }

    boolean ledTo(Status status) {
        return to.key().equals(status.key());
    }

    boolean partOf(Mistake mistake) {
        return switch (mistake) {
            case Mistake.OfChangeSet(var id) -> changeSetId == id;
            case Mistake.OfJob(var id) -> jobId != null && jobId == id;
        };
    }
}
