package rollcall.provider.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import rollcall.person.EmailAddress;
import rollcall.transfer.CsvRow;
import rollcall.web.Text;

/** The headings of attendance reports. Case, accents, spaces, punctuation and what stands in brackets do not matter. */
final class ReportHeadings {

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ReportHeadings() {}

    /** What makes two headings the same. */
    static String key(String heading) {
        var bare = BRACKETS.matcher(heading).replaceAll("");
        return PUNCTUATION.matcher(Text.searchable(bare)).replaceAll("");
    }

    /** How many known headings stand in that row; none in a row of data. */
    static int known(CsvRow row) {
        var data = row.cells().stream()
                .anyMatch(cell -> EmailAddress.parse(cell.strip()).isPresent());
        return data
                ? 0
                : (int) row.cells().stream()
                        .map(ReportHeadings::key)
                        .filter(key -> Arrays.stream(Column.values()).anyMatch(column -> column.rank(key) >= 0))
                        .count();
    }

    /** What each column most likely is. A name in one cell is taken only where there are no two. */
    static List<Column> proposedFor(List<String> headings) {
        var keys = headings.stream().map(ReportHeadings::key).toList();
        var columns = new ArrayList<>(Collections.nCopies(headings.size(), Column.LEAVE_OUT));
        for (var column : Column.values()) {
            if (column == Column.FULL_NAME && columns.contains(Column.FIRST_NAME)) {
                continue;
            }
            IntStream.range(0, keys.size())
                    .boxed()
                    .filter(at -> column.rank(keys.get(at)) >= 0)
                    .min(Comparator.comparing(at -> column.rank(keys.get(at))))
                    .ifPresent(at -> columns.set(at, column));
        }
        return columns;
    }

    /** Whether what stands in that column without a unit is seconds. */
    static boolean seconds(String heading) {
        return Text.searchable(heading).contains("second")
                || Text.searchable(heading).contains("sekund");
    }
}
