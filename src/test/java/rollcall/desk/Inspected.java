package rollcall.desk;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What must never be in a database and is, in English. */
final class Inspected {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages/checks", Locale.ROOT);

    private Inspected() {}

    /** What each invariant that is broken says. */
    static List<String> breaches(Inspection inspection) {
        return Invariant.all().stream()
                .filter(one -> !(inspection.look(one) instanceof Finding.Holds))
                .map(one -> WORDS.getString(one.breach()))
                .toList();
    }

    /** As {@link #breaches(Inspection)}, of those that name that row. */
    static List<String> breachesOf(Inspection inspection, long id) {
        return Invariant.all().stream()
                .filter(one -> inspection.look(one) instanceof Finding.Broken(var rows)
                        && rows.stream().anyMatch(row -> row.id().equals(Long.toString(id))))
                .map(one -> WORDS.getString(one.breach()))
                .toList();
    }
}
