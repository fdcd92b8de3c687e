package rollcall.transfer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The line {@code sep=;}, with which spreadsheets are told the delimiter; it belongs to no table. */
final class SeparatorLine {

    private static final Pattern SHAPE = Pattern.compile("(?i)\\s*\"?sep=(.)\"?\\s*");

    private SeparatorLine() {}

    /** The delimiter that a line names. */
    static Optional<Delimiter> named(String line) {
        var matcher = SHAPE.matcher(line);
        return matcher.matches() ? Delimiter.of(matcher.group(1).charAt(0)) : Optional.empty();
    }

    /** Whether that row, however it was cut up, is such a line. */
    static boolean in(CsvRow row) {
        var first = row.cell(0).strip().toLowerCase(java.util.Locale.ROOT);
        return row.line() == 1
                && (row.cells().equals(List.of("sep=", ""))
                        || first.equals("sep=")
                        || named(first).isPresent());
    }
}
