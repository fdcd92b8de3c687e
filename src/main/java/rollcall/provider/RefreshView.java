package rollcall.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rollcall.job.Job;
import rollcall.member.MemberLine;

/**
 * A refresh as its page shows it.
 *
 * @param job null when it is not there any more
 * @param kept the first of those who cancelled at the provider and stay in the program
 * @param leftAlone the first of those whom it left where they are although the report says otherwise
 * @param told up to which quarter the progress was read aloud already, in percent; -1 when nothing was
 */
record RefreshView(
        Refresh refresh,
        @Nullable Job job,
        List<RefreshCount> counts,
        List<MemberLine> kept,
        Map<Effect, List<MemberLine>> leftAlone,
        int told) {

    public List<RefreshCount> changes() {
        return counts.stream().filter(count -> count.effect() == Effect.CHANGED).toList();
    }

    public int changed() {
        return number(Effect.CHANGED);
    }

    /** How many members that came to, by the name of an {@link Effect}. */
    public int number(String effect) {
        return number(Effect.valueOf(effect));
    }

    /** The first of those it had that effect on, by the name of an {@link Effect}; nobody when they are not remembered. */
    public List<MemberLine> named(String effect) {
        return leftAlone.getOrDefault(Effect.valueOf(effect), List.of());
    }

    private int number(Effect effect) {
        return counts.stream()
                .filter(count -> count.effect() == effect)
                .mapToInt(RefreshCount::n)
                .sum();
    }

    /** Whether the door has a list of whom it moved and whom it did not. */
    public boolean listed() {
        return !refresh.preview() && changed() + number(Effect.FURTHER) > 0;
    }

    /** The last quarter that was reached, in percent: all that is worth reading aloud. */
    public int quarter() {
        return job == null ? 100 : job.percent() / 25 * 25;
    }

    public boolean news() {
        return told >= 0 && (quarter() > told || !refresh.running());
    }

    public long seconds() {
        return Math.max(1, refresh.took().plus(Duration.ofMillis(500)).toSeconds());
    }
}
