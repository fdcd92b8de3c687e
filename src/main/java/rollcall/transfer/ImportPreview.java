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

    private static final int EXAMPLES = 5;

    /**
     * @param heading empty for a column without one
     * @param examples its cells in the rows that {@link #examples()} names
     */
    record Column(int index, String heading, List<String> examples) {}

    static ImportPreview of(List<String> headings, List<CsvRow> rows, Mapping mapping, List<Long> badLines) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < mapping.targets().size(); i++) {
            int column = i;
            var examples =
                    rows.stream().limit(EXAMPLES).map(row -> row.cell(column)).toList();
            columns.add(new Column(i, i < headings.size() ? headings.get(i) : "", examples));
        }
        return new ImportPreview(List.copyOf(columns), List.copyOf(rows), badLines);
    }

    /** The lines whose cells stand beside the columns. */
    public List<Long> examples() {
        return rows.stream().limit(EXAMPLES).map(CsvRow::line).toList();
    }

    /** Whether some date in sight depends on the order of day and month. */
    boolean ambiguousDates(Mapping mapping) {
        return mapping.columnOf(Target.SINCE).stream()
                .anyMatch(column -> rows.stream().anyMatch(row -> Moments.ambiguous(row.cell(column))));
    }
}
