package rollcall.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rollcall.person.EmailAddress;

/** What each column is taken as, in the order of the columns. */
record Mapping(List<Target> targets) {

    private static final String SEPARATOR = ",";

    Mapping {
        targets = List.copyOf(targets);
    }

    /** What the headings suggest. A column nobody knows is kept as an answer, one without a heading is left out. */
    static Mapping proposedFor(List<String> headings) {
        var targets = headings.stream()
                .map(heading -> Headings.meanings(heading).containsKey(Target.LEAVE_OUT)
                                || Headings.key(heading).isEmpty()
                        ? Target.LEAVE_OUT
                        : Target.ANSWER)
                .collect(Collectors.toList());
        for (var target : EnumSet.complementOf(EnumSet.of(Target.ANSWER, Target.LEAVE_OUT))) {
            surest(headings, target, targets).ifPresent(column -> targets.set(column, target));
        }
        return new Mapping(targets);
    }

    private static Optional<Integer> surest(List<String> headings, Target target, List<Target> taken) {
        if (target == Target.FULL_NAME && (taken.contains(Target.FIRST_NAME) || taken.contains(Target.LAST_NAME))) {
            return Optional.empty();
        }
        return IntStream.range(0, headings.size())
                .boxed()
                .filter(column -> Headings.meanings(headings.get(column)).containsKey(target))
                .min(Comparator.comparing(
                        column -> Headings.meanings(headings.get(column)).get(target)));
    }

    /** For a file without headings: the column that holds addresses, and nothing else. */
    static Mapping proposedForRows(List<CsvRow> rows) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        var targets = new ArrayList<>(Collections.nCopies(width, Target.LEAVE_OUT));
        IntStream.range(0, width)
                .filter(column -> rows.stream()
                        .anyMatch(row -> EmailAddress.parse(row.cell(column)).isPresent()))
                .findFirst()
                .ifPresent(column -> targets.set(column, Target.EMAIL));
        return new Mapping(targets);
    }

    /** As {@link #stored()} wrote it. */
    static Mapping of(String stored) {
        return stored.isEmpty()
                ? new Mapping(List.of())
                : new Mapping(Arrays.stream(stored.split(SEPARATOR))
                        .map(Target::valueOf)
                        .toList());
    }

    String stored() {
        return targets.stream().map(Target::name).collect(Collectors.joining(SEPARATOR));
    }

    boolean has(Target target) {
        return targets.contains(target);
    }

    /** The column that is taken as that; the first one of several. */
    Optional<Integer> columnOf(Target target) {
        int column = targets.indexOf(target);
        return column < 0 ? Optional.empty() : Optional.of(column);
    }

    /** Targets that two columns claim, though only one can be it. */
    List<Target> claimedTwice() {
        return EnumSet.allOf(Target.class).stream()
                .filter(target -> !target.repeatable() && Collections.frequency(targets, target) > 1)
                .toList();
    }
}
