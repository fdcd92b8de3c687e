package rollcall.member;

import java.util.List;
import java.util.Map;
import rollcall.program.Move;
import rollcall.program.Status;

/**
 * What a bulk change would come to if it were made now; nothing was written.
 *
 * @param selected how many members it is for
 * @param changing how many of them would get the status, by the status that they have now, in the order of steps
 * @param skipped the others, by reason
 */
public record Preview(
        Status to,
        long selected,
        Map<Status, Long> changing,
        Map<Move.Reason, Skipped> skipped,
        List<Consequences.Consequence> consequences) {

    public long changingInAll() {
        return changing.values().stream().mapToLong(Long::longValue).sum();
    }

    /** @param examples the first few of them */
    public record Skipped(long count, List<MemberLine> examples) {}
}
