package rollcall.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import rollcall.web.FormulaGuard;
import rollcall.web.Text;

/** The cells of one row by what their columns are taken as, without the guards that an export put before them. */
record RowCells(Mapping mapping, List<String> questions, CsvRow row) {

    private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\R\\s*");

    /** The cell, tidied; empty when no column is taken as that. */
    String text(Target target) {
        return mapping.columnOf(target).map(this::cell).orElse("");
    }

    /** As {@link #text}, on one line: an address of two lines in a company's name. */
    String line(Target target) {
        return LINE_BREAKS.matcher(text(target)).replaceAll(" ");
    }

    /** What is kept as answers, by question, in the order of the columns; empty cells are left out. */
    Map<String, String> answers() {
        var answers = new LinkedHashMap<String, String>();
        for (int column = 0; column < mapping.targets().size(); column++) {
            var cell = cell(column);
            if (mapping.targets().get(column) == Target.ANSWER && !cell.isEmpty()) {
                answers.put(questions.get(column), cell);
            }
        }
        return answers;
    }

    private String cell(int column) {
        return Text.tidy(FormulaGuard.unguard(row.cell(column)));
    }

    /** Whether bytes could not be read as characters. */
    boolean unreadable() {
        return row.cells().stream().anyMatch(cell -> cell.indexOf('\uFFFD') >= 0);
    }
}
