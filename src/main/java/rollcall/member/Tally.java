package rollcall.member;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import rollcall.program.Move;
import rollcall.program.Move.Skip;
import rollcall.program.Status;

/** Counts what a bulk change would come to, and remembers the first few members of each reason. */
final class Tally {

    private static final int EXAMPLES = 10;

    private final Map<Status, List<Long>> changing = new TreeMap<>(Status.ORDER);
    private final Map<Move.Reason, Long> skipped = new EnumMap<>(Move.Reason.class);
    private final Map<Move.Reason, List<Long>> examples = new EnumMap<>(Move.Reason.class);
    private final LongStream.Builder members = LongStream.builder();
    private long selected;

    void count(Standing standing, Move move) {
        selected++;
        if (standing.memberId() != null) {
            members.add(standing.memberId());
        }
        if (move instanceof Skip skip) {
            skipped.merge(skip.reason(), 1L, Long::sum);
            remember(standing, skip.reason());
        } else if (standing.at() != null && standing.memberId() != null) {
            changing.computeIfAbsent(standing.at(), key -> new ArrayList<>()).add(standing.memberId());
        }
    }

    private void remember(Standing standing, Move.Reason reason) {
        var few = examples.computeIfAbsent(reason, key -> new ArrayList<>());
        if (few.size() < EXAMPLES && standing.memberId() != null) {
            few.add(standing.memberId());
        }
    }

    long selected() {
        return selected;
    }

    /** The ids of all members that were counted, in rising order; asked once. */
    long[] memberIds() {
        return members.build().sorted().toArray();
    }

    /** The ids of those who would change. */
    Map<Status, List<Long>> changing() {
        return changing;
    }

    Map<Status, Long> counts() {
        var counts = new TreeMap<Status, Long>(Status.ORDER);
        changing.forEach((status, members) -> counts.put(status, (long) members.size()));
        return counts;
    }

    Map<Move.Reason, Preview.Skipped> skipped(Function<List<Long>, List<MemberLine>> lines) {
        var all = new EnumMap<Move.Reason, Preview.Skipped>(Move.Reason.class);
        skipped.forEach((reason, count) ->
                all.put(reason, new Preview.Skipped(count, lines.apply(examples.getOrDefault(reason, List.of())))));
        return all;
    }
}
