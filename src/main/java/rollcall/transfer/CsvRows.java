package rollcall.transfer;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import rollcall.transfer.CsvRefused.Reason;

/**
 * The rows of a file, one at a time: only one row and a small buffer are in memory. Rows without any text are passed
 * over. Reading throws {@link CsvRefused} where the file cannot be read on.
 */
public final class CsvRows implements Iterator<CsvRow>, AutoCloseable {

    /** Holds the longest cell, doubled quotation marks included. A power of two: FastCSV 4.4.0 fails with others. */
    static final int BUFFER = 65_536;

    private final CsvCollector collector = new CsvCollector();
    private final CloseableIterator<CsvRow> rows;
    private @Nullable CsvRow next;
    private long passed;
    private long lastLine;

    private CsvRows(Path file, Encoding encoding, Delimiter delimiter) throws IOException {
        rows = CsvReader.builder()
                .fieldSeparator(delimiter.character())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(BUFFER)
                .build(collector, encoding.open(file))
                .iterator();
    }

    /** Everything that stands in the file, also above the headings. */
    static CsvRows all(Path file, Encoding encoding, Delimiter delimiter) {
        try {
            return new CsvRows(file, encoding, delimiter);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rows under the headings; all rows of a file that has none, but for a line {@code sep=;}. */
    static CsvRows below(Path file, CsvShape shape) {
        var rows = all(file, shape.encoding(), shape.delimiter());
        if (shape.hasHeader()) {
            rows.headings(shape);
        } else {
            rows.passOverSeparatorLine();
        }
        rows.passed = 0;
        rows.lastLine = 0;
        return rows;
    }

    /** The headings; empty for a file without them. */
    static List<String> headings(Path file, CsvShape shape) {
        if (!shape.hasHeader()) {
            return List.of();
        }
        try (var rows = all(file, shape.encoding(), shape.delimiter())) {
            return rows.headings(shape);
        }
    }

    private List<String> headings(CsvShape shape) {
        while (hasNext()) {
            var row = next();
            if (row.line() >= shape.headerLine()) {
                return row.cells();
            }
        }
        throw new CsvRefused(Reason.HEADER_NOT_FOUND, shape.headerLine());
    }

    private void passOverSeparatorLine() {
        if (hasNext() && next != null && SeparatorLine.in(next)) {
            next = null;
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null && parserHasNext()) {
            var row = rows.next();
            next = row.blank() ? null : row;
        }
        return next != null;
    }

    @Override
    public CsvRow next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var row = next;
        next = null;
        passed++;
        lastLine = row.line();
        return row;
    }

    /** Passes over that many rows, or as many as there are. */
    public CsvRows skip(long count) {
        for (long i = 0; i < count && hasNext(); i++) {
            next();
        }
        return this;
    }

    /** How many rows were read or passed over so far: the number of the next one, counted from 0. */
    public long passed() {
        return passed;
    }

    /** The line on which the last of those begins, counted from 1; 0 before the first row. */
    public long lastLine() {
        return lastLine;
    }

    private boolean parserHasNext() {
        try {
            return rows.hasNext();
        } catch (CsvParseException unparsable) {
            throw refused(unparsable);
        }
    }

    private CsvRefused refused(CsvParseException unparsable) {
        if (unparsable.getCause() instanceof CsvRefused refused) {
            return refused;
        }
        return new CsvRefused(reason(String.valueOf(unparsable.getMessage())), collector.line());
    }

    /** FastCSV tells these apart only in words. */
    private static Reason reason(String message) {
        if (message.startsWith("Unexpected character after closing quote")) {
            return Reason.TEXT_AFTER_QUOTE;
        }
        return message.startsWith("Unclosed quoted field") ? Reason.QUOTE_NOT_CLOSED : Reason.CELL_TOO_LONG;
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
