package rollcall.member;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rollcall.program.Move;
import rollcall.program.Move.Skip;

/**
 * What one transaction came to.
 *
 * @param id null when nothing had to be written
 * @param outcomes one for each member or person asked for, in that order
 */
public record ChangeSet(@Nullable Long id, List<Outcome> outcomes) {

    public long changed() {
        return outcomes.stream().filter(Outcome::written).count();
    }

    /** How many were skipped, by reason; reasons that did not occur are left out. */
    public Map<Move.Reason, Long> skipped() {
        var counts = new EnumMap<Move.Reason, Long>(Move.Reason.class);
        for (var outcome : outcomes) {
            if (outcome.move() instanceof Skip skip) {
                counts.merge(skip.reason(), 1L, Long::sum);
            }
        }
        return counts;
    }
}
