package rollcall.transfer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The cells that a row has beyond its columns. In a file of refused rows they stand in a column of their own, and the row
 * stays refused until that column is empty: somebody has put the cells where they belong.
 */
final class Surplus {

    private static final String BETWEEN = " | ";

    private Surplus() {}

    /** What stands beyond the columns of that import, and what an earlier file of refused rows had put aside; or nothing. */
    static String of(MemberImport one, List<String> cells) {
        var width = one.plan().mapping().targets().size();
        return Stream.concat(
                        columns(one.headings()).map(column -> new CsvRow(0, cells).cell(column)), beyond(cells, width))
                .filter(cell -> !cell.isBlank())
                .collect(Collectors.joining(BETWEEN));
    }

    private static Stream<String> beyond(List<String> cells, int width) {
        return cells.stream().skip(width);
    }

    /** Whether text stands where no column is, or where such text was put aside. */
    static boolean in(CsvRow row, int width, List<String> headings) {
        return Stream.concat(columns(headings).map(row::cell), beyond(row.cells(), width))
                .anyMatch(cell -> !cell.isBlank());
    }

    /** The columns in which such cells were put aside. */
    private static Stream<Integer> columns(List<String> headings) {
        return IntStream.range(0, headings.size())
                .filter(column -> HeadingsKey.SURPLUS.contains(Headings.key(headings.get(column))))
                .boxed();
    }
}
