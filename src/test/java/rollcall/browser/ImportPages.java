package rollcall.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import rollcall.program.Program;
import rollcall.testing.Browser;

/** The pages that a file goes through, one after the other. */
final class ImportPages extends Page {

    ImportPages(Browser browser) {
        super(browser);
    }

    static ImportPages open(Browser browser, Program program) {
        browser.open("/programs/%d/imports".formatted(program.key()));
        return new ImportPages(browser);
    }

    void upload(Path file) {
        field("File").sendKeys(file.toString());
        press("Upload and look at it");
    }

    /** What each column is taken as. */
    Map<String, String> columns() {
        var columns = new TreeMap<String, String>();
        for (var select : root().findElements(By.cssSelector("select[aria-label^='Column ']"))) {
            var column = select.getAccessibleName().replaceAll("^Column | is taken as$", "");
            columns.put(
                    column, select.findElement(By.cssSelector("option:checked")).getText());
        }
        return columns;
    }

    void take(String column, String as) {
        choose("Column %s is taken as".formatted(column), as);
    }

    /** How many rows have which outcome. */
    Map<String, Integer> totals() {
        var totals = new TreeMap<String, Integer>();
        for (var total : root().findElements(By.cssSelector("dl[aria-label='Rows by outcome'] > div"))) {
            var words = total.findElement(By.tagName("dt")).getText();
            var count = total.findElement(By.tagName("dd")).getText();
            totals.put(words, Integer.valueOf(count));
        }
        return totals;
    }

    /** The rows of the table, cell by cell. */
    List<String> rows() {
        return root().findElements(By.cssSelector("main tbody tr")).stream()
                .map(ImportPages::cells)
                .toList();
    }

    /** Whether some table is wider than the screen leaves room for. */
    boolean scrollsSideways() {
        return root().findElements(By.cssSelector("main .table-wrap")).stream()
                .anyMatch(wrap -> number(wrap, "scrollWidth") > number(wrap, "clientWidth"));
    }

    private static int number(WebElement element, String property) {
        return Integer.parseInt(String.valueOf(element.getDomProperty(property)));
    }

    private static String cells(WebElement row) {
        var cells = row.findElements(By.cssSelector("th, td"));
        return String.join(" | ", cells.stream().map(WebElement::getText).toList());
    }

    /** Waits for the job, and goes to what it came to. */
    void finish() {
        awaitHeading("Import of members");
        browser.until(() -> offers("See the outcome"));
        follow("See the outcome");
    }

    /** As {@link #finish}, where no script looks how far the job is. */
    void finishByHand() {
        awaitHeading("Import of members");
        browser.until(() -> {
            if (offers("Refresh")) {
                follow("Refresh");
            }
            return offers("See the outcome");
        });
        follow("See the outcome");
    }
}
