package rollcall.member;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;
import rollcall.program.Move;
import rollcall.program.Status;

/**
 * What a bulk change came to.
 *
 * @param changed how many got a status, by the status
 * @param skipped how many did not, by reason
 * @param correction whether it corrected a mistake
 */
public record BulkResult(
        Map<Status, Long> changed,
        Map<Move.Reason, Long> skipped,
        String reason,
        Actor by,
        Instant at,
        boolean correction) {

    /** The status that was given; null when nobody got one. */
    public @Nullable Status to() {
        return changed.keySet().stream().findFirst().orElse(null);
    }

    public long changedInAll() {
        return changed.values().stream().mapToLong(Long::longValue).sum();
    }

    public long skippedInAll() {
        return skipped.values().stream().mapToLong(Long::longValue).sum();
    }
}
