package rollcall.transfer;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** One row as one text, and back. */
final class CsvLine {

    private CsvLine() {}

    static String of(List<String> cells) {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            writer.writeRecord(cells);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static List<String> cells(String line) {
        return CsvReader.builder()
                .skipEmptyLines(false)
                .maxBufferSize(CsvRows.BUFFER)
                .ofSingleCsvRecord(line)
                .getFields();
    }
}
