package rollcall.transfer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import rollcall.transfer.CsvRefused.Reason;

/** Finds out how a file is to be read. Whoever uploaded it may say otherwise. */
final class ShapeDetector {

    /** How many rows are looked at: enough to pass the hosts and panelists in a provider's report. */
    private static final int ROWS = 200;

    private static final int LONGEST_FIRST_LINE = 100;

    private ShapeDetector() {}

    /** @throws CsvRefused when the file is empty or no text */
    static CsvShape detect(Path file) {
        return detect(file, Headings::known);
    }

    /** @param known how many headings that mean something stand in a row; none in a row of data */
    static CsvShape detect(Path file, ToIntFunction<CsvRow> known) {
        var encoding = encoding(file);
        var named = separatorLine(file, encoding);
        var best = Arrays.stream(Delimiter.values())
                .filter(delimiter -> named.isEmpty() || named.get() == delimiter)
                .map(delimiter -> Sample.of(file, encoding, delimiter, known))
                .max(Comparator.comparingInt(Sample::knownHeadings).thenComparingInt(Sample::alike))
                .orElseThrow();
        return new CsvShape(encoding, best.delimiter(), best.headerLine());
    }

    static Encoding encoding(Path file) {
        var start = start(file);
        if (start.length == 0) {
            throw new CsvRefused(Reason.EMPTY, 0);
        }
        if (FileKind.knownBinary(start)) {
            throw new CsvRefused(Reason.NOT_TEXT, 0);
        }
        var encoding = Encoding.markedIn(start).or(() -> Encoding.wideIn(start)).orElseGet(() -> unmarked(file));
        var scan = EncodingScan.of(file, encoding);
        if (scan.empty()) {
            throw new CsvRefused(Reason.EMPTY, 0);
        }
        if (scan.binary()) {
            throw new CsvRefused(Reason.NOT_TEXT, 0);
        }
        return encoding;
    }

    private static Encoding unmarked(Path file) {
        var scan = EncodingScan.of(file, Encoding.UTF_8);
        return scan.clean() || scan.mostlyRight() ? Encoding.UTF_8 : Encoding.WINDOWS_1252;
    }

    private static byte[] start(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(FileKind.ENOUGH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Delimiter> separatorLine(Path file, Encoding encoding) {
        try (var characters = new BufferedReader(encoding.open(file))) {
            var start = new char[LONGEST_FIRST_LINE];
            int read = Math.max(0, characters.read(start));
            return new String(start, 0, read).lines().findFirst().flatMap(SeparatorLine::named);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first rows of a file, as one delimiter cuts them. */
    private record Sample(Delimiter delimiter, List<CsvRow> rows, ToIntFunction<CsvRow> known) {

        static Sample of(Path file, Encoding encoding, Delimiter delimiter, ToIntFunction<CsvRow> known) {
            var rows = new ArrayList<CsvRow>();
            try (var all = CsvRows.all(file, encoding, delimiter)) {
                while (rows.size() < ROWS && all.hasNext()) {
                    rows.add(all.next());
                }
            } catch (CsvRefused notThisOne) {
                // What was read until here still tells; the file is refused, with its line, when all of it is read.
            }
            rows.removeIf(SeparatorLine::in);
            return new Sample(delimiter, rows, known);
        }

        int knownHeadings() {
            return rows.stream().mapToInt(known).max().orElse(0);
        }

        /** How many rows have the most usual number of cells, when that is more than one. */
        int alike() {
            return Math.max(0, (int) rows.stream()
                    .filter(row -> row.cells().size() == width() && width() > 1)
                    .count());
        }

        private int width() {
            return rows.stream()
                    .map(row -> row.cells().size())
                    .max(Comparator.comparingLong(this::rowsOfWidth).thenComparing(Comparator.naturalOrder()))
                    .orElse(0);
        }

        private long rowsOfWidth(int width) {
            return rows.stream().filter(row -> row.cells().size() == width).count();
        }

        long headerLine() {
            return rows.stream()
                    .filter(row -> known.applyAsInt(row) == knownHeadings() && known.applyAsInt(row) > 0)
                    .findFirst()
                    .or(() -> rows.stream().findFirst().filter(row -> !Headings.holdsAddress(row)))
                    .map(CsvRow::line)
                    .orElse(0L);
        }
    }
}
