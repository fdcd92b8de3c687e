package rollcall.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;

/**
 * Long work that was asked for, and how far it is.
 *
 * @param kind which {@link Worker} does it
 * @param total how many things there are to do, as counted when the job was started or learned since
 * @param done how many of them are done, whatever came of each
 * @param resumePoint where the next chunk begins, in the worker's own words; empty at the start
 * @param details what the worker needs to know, in its own words; never personal data
 * @param problem the key of the message that says why it failed; null when it has not, or nobody knows
 */
public record Job(
        long id,
        String kind,
        @Nullable Long programId,
        JobState state,
        boolean cancelAsked,
        long total,
        long done,
        String resumePoint,
        String details,
        @Nullable String problem,
        Actor by,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** How much is done, from 0 to 100. */
    public int percent() {
        if (state == JobState.DONE || total == 0) {
            return state.ended() ? 100 : 0;
        }
        return (int) Math.min(100, done * 100 / total);
    }
}
