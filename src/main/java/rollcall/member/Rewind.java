package rollcall.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rollcall.program.Status;

/**
 * What of a member's history still counts after a correction. Knows no database.
 *
 * @param to the status that is right
 * @param kept the changes that count, the oldest first
 * @param takenBack those that counted until now
 */
record Rewind(Status to, List<Past> kept, List<Past> takenBack) {

    /**
     * Back to before the wrong changes.
     *
     * @param history the oldest first
     * @param out where somebody goes who was no member before them
     * @return empty when the last change is none of them, so that the member has moved on since
     */
    static Optional<Rewind> before(Mistake mistake, List<Past> history, Status out) {
        int first = history.size();
        while (first > 0 && history.get(first - 1).partOf(mistake)) {
            first--;
        }
        return first == history.size() ? Optional.empty() : Optional.of(cut(history, first, out));
    }

    /** Where the wrong changes are corrections, what they had taken back counts again. */
    private static Rewind cut(List<Past> history, int first, Status out) {
        var wrong = history.subList(first, history.size());
        var counting = counting(history);
        var from = wrong.getFirst().from();
        return new Rewind(
                from == null ? out : from,
                counting(history.subList(0, first)),
                wrong.stream().filter(counting::contains).toList());
    }

    /** Back to before what was done last. */
    static Rewind last(List<Past> history, Status out) {
        var last = new Mistake.OfChangeSet(history.getLast().changeSetId());
        return before(last, history, out).orElseThrow();
    }

    /**
     * Back to a status that somebody chose. When it is the one before the last change, that change was wrong; when the
     * member had it earlier since coming in, so was all since then; else so was all that lies above it.
     */
    static Rewind to(Status right, List<Past> history, Status out) {
        var last = last(history, out);
        if (last.to().key().equals(right.key())) {
            return last;
        }
        var counting = counting(history);
        var kept = upTo(right, counting.subList(0, counting.size() - 1));
        var takenBack = counting.stream().filter(one -> !kept.contains(one)).toList();
        return new Rewind(right, kept, takenBack);
    }

    private static List<Past> upTo(Status right, List<Past> counting) {
        int stay = stayOf(counting);
        for (int i = counting.size() - 1; i >= stay; i--) {
            if (counting.get(i).ledTo(right)) {
                return counting.subList(0, i + 1);
            }
        }
        var below = counting.subList(stay, counting.size()).stream()
                .filter(one -> right.inProgram() && one.to().step() <= right.step());
        return Stream.concat(counting.subList(0, stay).stream(), below).toList();
    }

    /** Where the present stay in the program begins: behind the last time that the member left. */
    private static int stayOf(List<Past> counting) {
        int stay = counting.size();
        while (stay > 0 && counting.get(stay - 1).to().inProgram()) {
            stay--;
        }
        return stay;
    }

    /**
     * The changes that count: all but those that a correction took back which was not undone itself.
     *
     * @param history the oldest first
     */
    static List<Past> counting(List<Past> history) {
        var standing = standing(history);
        return history.stream()
                .filter(one -> !one.passedThrough() && !standing.contains(one.correctedBy()))
                .toList();
    }

    private static Set<Long> standing(List<Past> history) {
        var sets = new ArrayList<>(history.stream()
                .collect(Collectors.groupingBy(Past::changeSetId, LinkedHashMap::new, Collectors.toList()))
                .values());
        var standing = new HashSet<Long>();
        var after = List.<Past>of();
        for (var set : sets.reversed()) {
            if (!undoes(after, set) || !standing.contains(after.getFirst().changeSetId())) {
                standing.add(set.getFirst().changeSetId());
            }
            after = set;
        }
        return standing;
    }

    /** A correction undoes the change set right before it when it leads to where that came from. */
    private static boolean undoes(List<Past> after, List<Past> set) {
        var from = set.getFirst().from();
        return !after.isEmpty()
                && after.getLast().correction()
                && from != null
                && after.getLast().ledTo(from);
    }

    /** When the first success that still counts began; null for none. */
    @Nullable
    Instant success(Instant now) {
        return kept.stream()
                .filter(one -> one.to().success())
                .map(Past::at)
                .findFirst()
                .orElse(to.success() ? now : null);
    }

    /** When the right status began, had nothing gone wrong: a place on the waitlist is not lost by a mistake. */
    Instant since(Instant now) {
        var since = now;
        for (var one : kept.reversed()) {
            if (!one.ledTo(to)) {
                break;
            }
            since = one.at();
        }
        return since;
    }
}
