package rollcall.transfer;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of one row after the other and refuses a row that is out of bounds before it is in memory. */
class CsvCollector extends CsvCallbackHandler<CsvRow> {

    private long line;
    private List<String> cells = new ArrayList<>();
    private RecordType type = RecordType.DATA;

    @Override
    protected void beginRecord(long startingLineNumber) {
        line = startingLineNumber;
        cells = new ArrayList<>();
        type = RecordType.DATA;
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        if (length > CsvRefused.LONGEST_CELL) {
            throw new CsvRefused(CsvRefused.Reason.CELL_TOO_LONG, line);
        }
        if (cells.size() == CsvRefused.MOST_COLUMNS) {
            throw new CsvRefused(CsvRefused.Reason.TOO_MANY_COLUMNS, line);
        }
        cells.add(new String(buffer, offset, length));
    }

    @Override
    protected void setEmpty() {
        type = RecordType.EMPTY;
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("Comments are not asked for.");
    }

    @Override
    protected RecordType getRecordType() {
        return type;
    }

    @Override
    protected int getFieldCount() {
        return cells.size();
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(line, List.copyOf(cells));
    }

    /** Where the row that is being read began. */
    long line() {
        return line;
    }
}
