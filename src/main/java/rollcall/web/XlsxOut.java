package rollcall.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook of text cells: no cell is a formula, and no number loses its zeros. What is written leaves the memory
 * every thousand rows; so cells hold their text themselves, since shared texts would all have to be remembered. A sheet
 * that is full is followed by another one with the same headings.
 */
public final class XlsxOut implements RowsOut {

    /** What a sheet holds by the format, headings included. */
    static final int MOST_ROWS = 1_048_576;

    /** What a cell holds by the format, in UTF-16 units; for a longer one a spreadsheet would call the whole file damaged. */
    static final int LONGEST_CELL = 32_767;

    private static final int FLUSHED = 1_000;

    private final Workbook book;
    private final String name;
    private final int mostRows;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;
    private List<String> headings = List.of();

    /** @param name of the sheet, at most 20 characters */
    public XlsxOut(OutputStream bytes, String name) {
        this(bytes, name, MOST_ROWS);
    }

    XlsxOut(OutputStream bytes, String name, int mostRows) {
        this.book = new Workbook(bytes, "Rollcall", "1.0");
        this.name = name;
        this.mostRows = mostRows;
        this.sheet = sheet(name);
    }

    private Worksheet sheet(String named) {
        var sheet = book.newWorksheet(named);
        sheet.freezePane(0, 1);
        return sheet;
    }

    /** The first row has the headings. */
    @Override
    public void row(List<String> cells) {
        try {
            if (row == mostRows) {
                turnOver();
            }
            write(cells);
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private void turnOver() throws IOException {
        sheet.finish();
        sheets++;
        sheet = sheet(name + " " + sheets);
        row = 0;
        write(headings);
    }

    private void write(List<String> cells) throws IOException {
        if (row == 0) {
            headings = List.copyOf(cells);
        }
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(row, column, Text.cut(cells.get(column), LONGEST_CELL));
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        book.finish();
    }
}
