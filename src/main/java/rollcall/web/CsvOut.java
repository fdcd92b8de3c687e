package rollcall.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes CSV as spreadsheets read it without being asked: UTF-8 with its mark, all cells quoted, no cell a formula. */
public final class CsvOut implements RowsOut {

    private final Writer characters;
    private final CsvWriter rows;

    public CsvOut(OutputStream bytes) throws IOException {
        this(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        characters.write('\uFEFF');
    }

    private CsvOut(Writer characters) {
        this.characters = characters;
        rows = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(characters);
    }

    /** More rows for a file that has its beginning already. */
    public static CsvOut behind(OutputStream bytes) {
        return new CsvOut(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void row(List<String> cells) {
        rows.writeRecord(cells.stream().map(FormulaGuard::guard).toList());
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
