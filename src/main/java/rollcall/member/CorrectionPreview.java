package rollcall.member;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rollcall.program.Move;
import rollcall.program.Status;

/**
 * What a correction would come to if it were made now; nothing was written.
 *
 * @param uncorrected how many members it is for who have not moved on since the mistake
 * @param moves how many would go from where to where
 * @param skipped whom nothing would be written for, by reason
 * @param seats how many seats more would be taken; negative when some come free, null without a limit
 * @param registrations what becomes of registrations
 * @param consequences what other rooms will do
 */
record CorrectionPreview(
        long uncorrected,
        Map<Step, Long> moves,
        Map<Move.Reason, Preview.Skipped> skipped,
        @Nullable Integer seats,
        Registered registrations,
        Successes successes,
        List<Consequences.Consequence> consequences) {

    record Step(Status from, Status to) {}

    /**
     * @param kept how many stand as they are
     * @param cancelled how many are taken back
     * @param anew how many are made
     */
    record Registered(long kept, long cancelled, long anew) {}

    /** How many members lose their success date, get another one, or get one at all. */
    record Successes(long lost, long moved, long gained) {}

    public long changingInAll() {
        return moves.values().stream().mapToLong(Long::longValue).sum();
    }
}
