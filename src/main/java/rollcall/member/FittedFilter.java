package rollcall.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rollcall.program.Status;

/**
 * What is left of a filter that was saved a while ago: without statuses that are hidden and that nobody has, unless no
 * status would be left, for that would be everybody; and without a question that the program does not ask any more.
 */
record FittedFilter(MemberFilterForm form, List<Dropped> dropped) {

    /**
     * A part that makes no sense any more.
     *
     * @param status the hidden one; null for a question, also one whose answers were a column, or for a status that there is no more
     * @param name the status's key or the question
     */
    record Dropped(Kind kind, @Nullable Status status, String name) {

        enum Kind {
            STATUS,
            QUESTION,
            COLUMN
        }
    }

    /**
     * @param counts how many members have each status, by its key; only looked up when the filter names a hidden one
     * @param questions that the program asks; only looked up when the filter names one
     */
    static FittedFilter of(
            MemberFilterForm saved,
            List<Status> statuses,
            Supplier<Map<String, Long>> counts,
            Supplier<List<String>> questions) {
        var asked = saved.status().stream().flatMap(key -> find(statuses, key)).toList();
        var living = asked.stream()
                .filter(status -> !status.hidden() || counts.get().getOrDefault(status.key(), 0L) > 0)
                .toList();
        var kept = (living.isEmpty() ? asked : living).stream().map(Status::key).toList();
        var dropped = new ArrayList<Dropped>();
        for (var key : saved.status()) {
            if (!kept.contains(key)) {
                dropped.add(new Dropped(
                        Dropped.Kind.STATUS, find(statuses, key).findFirst().orElse(null), key));
            }
        }
        var gone = !saved.question().isEmpty() && !questions.get().contains(saved.question());
        if (gone) {
            dropped.add(new Dropped(Dropped.Kind.QUESTION, null, saved.question()));
        }
        var form = saved.withStatuses(kept);
        return new FittedFilter(gone ? form.withoutAnswer() : form, dropped);
    }

    private static Stream<Status> find(List<Status> statuses, String key) {
        return statuses.stream().filter(status -> status.key().equals(key));
    }
}
