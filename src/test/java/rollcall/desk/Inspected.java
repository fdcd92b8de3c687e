package rollcall.desk;

import java.util.List;

/** What must never be in a database and is. */
final class Inspected {

    private Inspected() {}

    /** What each invariant that is broken says. */
    static List<String> breaches(Inspection inspection) {
        return Invariant.all().stream()
                .filter(one -> !(inspection.look(one) instanceof Finding.Holds))
                .map(Invariant::breach)
                .toList();
    }

    /** As {@link #breaches(Inspection)}, of those that name that row. */
    static List<String> breachesOf(Inspection inspection, long id) {
        return Invariant.all().stream()
                .filter(one -> inspection.look(one) instanceof Finding.Broken(var rows)
                        && rows.stream().anyMatch(row -> row.id().equals(Long.toString(id))))
                .map(Invariant::breach)
                .toList();
    }
}
