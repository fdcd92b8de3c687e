package rollcall.transfer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rollcall.transfer.Read.Entry;

/**
 * Judges a part of a file before anything is written, in the same steps as the import, and keeps the rows that will be
 * shown.
 */
final class DryRun {

    /** How many rows of each verdict are kept to be shown. */
    static final int SHOWN = 200;

    private final RowReader reader;
    private final Judge judge;
    private final Map<Long, Long> duplicates;
    private final Totals before;
    private final Map<Verdict.Kind, List<Judged>> shown = new EnumMap<>(Verdict.Kind.class);
    private Totals totals = Totals.NONE;

    /**
     * @param duplicates as {@link #duplicates} found them, at least those of this part
     * @param before what the rows above this part came to
     */
    DryRun(RowReader reader, Judge judge, Map<Long, Long> duplicates, Totals before) {
        this.reader = reader;
        this.judge = judge;
        this.duplicates = duplicates;
        this.before = before;
        for (var kind : Verdict.Kind.values()) {
            shown.put(kind, new ArrayList<>());
        }
    }

    /** The line where an address stands first, by the number of the row that repeats it. */
    static Map<Long, Long> duplicates(CsvRows rows, RowReader reader) {
        var firstLines = new HashMap<String, Long>();
        var duplicates = new HashMap<Long, Long>();
        for (long number = 0; rows.hasNext(); number++) {
            // Only a row that could be read stands in the way of a later one with the same address.
            if (reader.read(rows.next()) instanceof Entry entry) {
                var earlier =
                        firstLines.putIfAbsent(entry.emailKey(), entry.row().line());
                if (earlier != null) {
                    duplicates.put(number, earlier);
                }
            }
        }
        return duplicates;
    }

    /** Judges the next rows, that many thousands at most. */
    DryRun over(CsvRows rows, int thousands) {
        for (int n = 0; n < thousands && rows.hasNext(); n++) {
            count(judge.judge(Readings.next(rows, reader), before.plus(totals).rows(), duplicates));
        }
        return this;
    }

    private void count(List<Judged> judged) {
        judged.forEach(this::show);
        totals = totals.plus(Totals.of(judged.stream().map(Judged::verdict).toList()));
    }

    private void show(Judged row) {
        var kind = row.verdict().kind();
        var alike = shown.getOrDefault(kind, List.of());
        if (before.of(kind) + alike.size() < SHOWN) {
            alike.add(row);
        }
    }

    Totals totals() {
        return totals;
    }

    /** The rows of this part that belong to the first ones of their verdict. */
    List<Judged> shown() {
        return shown.values().stream().flatMap(List::stream).toList();
    }
}
