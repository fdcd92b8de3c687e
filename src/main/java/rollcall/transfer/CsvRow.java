package rollcall.transfer;

import java.util.List;

/**
 * One row of a file.
 *
 * @param line the line on which the row begins, counted from 1, as an editor shows it
 */
public record CsvRow(long line, List<String> cells) {

    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The cell in that column; empty for a row that ends before it. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
