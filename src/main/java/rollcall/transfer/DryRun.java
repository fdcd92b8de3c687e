package rollcall.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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

    /**
     * The line where an address stands first, by the number of the row that repeats it. Goes through the file twice: the
     * first time only to find what may stand twice, so that the addresses of a large file are not all in memory.
     *
     * @param rows opens the rows from the beginning
     */
    static Map<Long, Long> duplicates(Supplier<CsvRows> rows, RowReader reader) {
        var repeated = repeated(rows, reader);
        var firstLines = new HashMap<String, Long>();
        var duplicates = new HashMap<Long, Long>();
        each(rows, reader, (number, entry) -> {
            if (Arrays.binarySearch(repeated, fingerprint(entry)) >= 0) {
                var earlier =
                        firstLines.putIfAbsent(entry.emailKey(), entry.row().line());
                if (earlier != null) {
                    duplicates.put(number, earlier);
                }
            }
        });
        return duplicates;
    }

    /** The fingerprints that some rows share, in their order. */
    private static long[] repeated(Supplier<CsvRows> rows, RowReader reader) {
        var all = LongStream.builder();
        each(rows, reader, (number, entry) -> all.add(fingerprint(entry)));
        var sorted = all.build().sorted().toArray();
        return IntStream.range(1, sorted.length)
                .filter(n -> sorted[n] == sorted[n - 1])
                .mapToLong(n -> sorted[n])
                .toArray();
    }

    /** Two addresses may have the same one, but hardly ever do. */
    private static long fingerprint(Entry entry) {
        long print = 1125899906842597L;
        for (int n = 0; n < entry.emailKey().length(); n++) {
            print = 31 * print + entry.emailKey().charAt(n);
        }
        return print;
    }

    /** Only a row that could be read stands in the way of a later one with the same address. */
    private static void each(Supplier<CsvRows> rows, RowReader reader, Use use) {
        try (var file = rows.get()) {
            for (long number = 0; file.hasNext(); number++) {
                if (reader.read(file.next()) instanceof Entry entry) {
                    use.accept(number, entry);
                }
            }
        }
    }

    /** What is done with a row that could be read, by its number. */
    private interface Use {
        void accept(long number, Entry entry);
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
