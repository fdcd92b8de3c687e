package rollcall.transfer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rollcall.transfer.Read.Entry;

/**
 * Judges a whole file in one go, before anything is written. In memory are a thousand rows, the rows that will be shown,
 * and for each address the line where it stands first.
 */
final class DryRun {

    /** How many rows of each verdict are kept to be shown. */
    static final int SHOWN = 200;

    private final RowReader reader;
    private final Judge judge;
    private final Map<String, Long> firstLines = new HashMap<>();
    private final Map<Long, Long> duplicates = new HashMap<>();
    private final Map<Verdict.Kind, List<Judged>> shown = new EnumMap<>(Verdict.Kind.class);
    private Totals totals = Totals.NONE;

    DryRun(RowReader reader, Judge judge) {
        this.reader = reader;
        this.judge = judge;
        for (var kind : Verdict.Kind.values()) {
            shown.put(kind, new ArrayList<>());
        }
    }

    DryRun over(CsvRows rows) {
        while (rows.hasNext()) {
            count(Readings.next(rows, reader));
        }
        return this;
    }

    private void count(List<Read> chunk) {
        var first = totals.rows();
        noteAddresses(chunk, first);
        var judged = judge.judge(chunk, first, duplicates);
        totals = totals.plus(Totals.of(judged.stream().map(Judged::verdict).toList()));
        judged.forEach(this::show);
    }

    /** Only a row that could be read stands in the way of a later one with the same address. */
    private void noteAddresses(List<Read> chunk, long first) {
        for (int i = 0; i < chunk.size(); i++) {
            if (chunk.get(i) instanceof Entry entry) {
                var earlier =
                        firstLines.putIfAbsent(entry.emailKey(), entry.row().line());
                if (earlier != null) {
                    duplicates.put(first + i, earlier);
                }
            }
        }
    }

    private void show(Judged row) {
        var alike = shown.getOrDefault(row.verdict().kind(), List.of());
        if (alike.size() < SHOWN) {
            alike.add(row);
        }
    }

    Totals totals() {
        return totals;
    }

    /** The first rows of each verdict. */
    List<Judged> shown() {
        return shown.values().stream().flatMap(List::stream).toList();
    }

    /** The line where an address stands first, by the number of the row that repeats it. */
    Map<Long, Long> duplicates() {
        return Map.copyOf(duplicates);
    }
}
