package rollcall.transfer;

import java.util.ArrayList;
import java.util.List;

/**
 * What a file looks like.
 *
 * @param columns each with its heading and its first cells
 * @param badLines the first lines with bytes that the encoding does not know
 */
record ImportPreview(List<Column> columns, List<CsvRow> rows, List<Long> badLines) {

    /**
     * @param heading empty for a column without one
     * @param example the first cell that is not empty
     */
    record Column(int index, String heading, String example) {}

    static ImportPreview of(List<String> headings, List<CsvRow> rows, Mapping mapping, List<Long> badLines) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < mapping.targets().size(); i++) {
            int column = i;
            var example = rows.stream()
                    .map(row -> row.cell(column))
                    .filter(cell -> !cell.isBlank())
                    .findFirst();
            columns.add(new Column(i, i < headings.size() ? headings.get(i) : "", example.orElse("")));
        }
        return new ImportPreview(List.copyOf(columns), List.copyOf(rows), badLines);
    }

    /** Whether some date in sight depends on the order of day and month. */
    boolean ambiguousDates(Mapping mapping) {
        return mapping.columnOf(Target.SINCE).stream()
                .anyMatch(column -> rows.stream().anyMatch(row -> Moments.ambiguous(row.cell(column))));
    }
}
