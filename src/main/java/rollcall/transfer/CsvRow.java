package rollcall.transfer;

import java.util.List;

/**
 * One row of a file.
 *
 * @param line the line on which the row begins, counted from 1, as an editor shows it
 */
record CsvRow(long line, List<String> cells) {

    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }

    /** The cell in that column; empty for a row that ends before it. */
    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }
}
