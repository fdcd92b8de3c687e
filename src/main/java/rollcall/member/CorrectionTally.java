package rollcall.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import rollcall.member.CorrectionPreview.Registered;
import rollcall.member.CorrectionPreview.Step;
import rollcall.member.CorrectionPreview.Successes;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;
import rollcall.program.Status;

/** Counts what corrections would come to, and remembers the first few members of each reason not to make one. */
final class CorrectionTally {

    private static final int EXAMPLES = 10;

    private static final Comparator<Step> ORDER =
            Comparator.comparing(Step::from, Status.ORDER).thenComparing(Step::to, Status.ORDER);

    private final Map<Step, Long> moves = new TreeMap<>(ORDER);
    private final Map<Reason, Long> skipped = new EnumMap<>(Reason.class);
    private final Map<Reason, List<Long>> examples = new EnumMap<>(Reason.class);
    private final List<Long> anew = new ArrayList<>();
    private final Instant now;
    private long kept;
    private long cancelled;
    private long lost;
    private long moved;
    private long gained;

    CorrectionTally(Instant now) {
        this.now = now;
    }

    void count(Correction one) {
        if (one.move() instanceof Skip skip) {
            count(one, skip.reason());
        } else {
            moves.merge(new Step(one.from(), one.to()), 1L, Long::sum);
            countRegistration(one);
            countSuccess(one);
        }
    }

    private void count(Correction one, Reason reason) {
        skipped.merge(reason, 1L, Long::sum);
        var few = examples.computeIfAbsent(reason, key -> new ArrayList<>());
        if (few.size() < EXAMPLES) {
            few.add(one.memberId());
        }
    }

    private void countRegistration(Correction one) {
        kept += one.staysRegistered() ? 1 : 0;
        cancelled += one.cancelsRegistration() ? 1 : 0;
        if (one.registersAnew()) {
            anew.add(one.memberId());
        }
    }

    private void countSuccess(Correction one) {
        var before = one.known().successAt();
        var after = one.successAfter(now);
        if (before == null) {
            gained += after == null ? 0 : 1;
        } else {
            lost += after == null ? 1 : 0;
            moved += after == null || after.equals(before) ? 0 : 1;
        }
    }

    Map<Step, Long> moves() {
        return moves;
    }

    Map<Reason, Preview.Skipped> skipped(Function<List<Long>, List<MemberLine>> lines) {
        var all = new EnumMap<Reason, Preview.Skipped>(Reason.class);
        skipped.forEach((reason, count) ->
                all.put(reason, new Preview.Skipped(count, lines.apply(examples.getOrDefault(reason, List.of())))));
        return all;
    }

    Registered registrations() {
        return new Registered(kept, cancelled, anew.size());
    }

    /** The ids of those who become registered. */
    List<Long> registeredAnew() {
        return anew;
    }

    Successes successes() {
        return new Successes(lost, moved, gained);
    }
}
