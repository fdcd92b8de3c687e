package rollcall.web;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a cell as a formula: an apostrophe in front makes it text. A cell that only looks
 * guarded gets one more, so that taking one away always gives back what was there.
 */
public final class FormulaGuard {

    private static final String TRIGGERS = "=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20";
    private static final Pattern DANGEROUS = Pattern.compile("'*[" + TRIGGERS + "]");
    private static final Pattern GUARDED = Pattern.compile("'+[" + TRIGGERS + "]");

    private FormulaGuard() {}

    public static String guard(String cell) {
        return DANGEROUS.matcher(cell).lookingAt() ? "'" + cell : cell;
    }

    public static String unguard(String cell) {
        return GUARDED.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
