package rollcall.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import rollcall.program.Program;
import rollcall.testing.Browser;

final class MemberList extends Page {

    MemberList(Browser browser) {
        super(browser);
        browser.until(() -> !browser.driver().findElements(By.id("members")).isEmpty());
    }

    static MemberList open(Browser browser, Program program) {
        return open(browser, program, "");
    }

    static MemberList open(Browser browser, Program program, String query) {
        browser.open("/programs/%d/members%s".formatted(program.key(), query));
        return new MemberList(browser);
    }

    /** Who is listed, in the order of the list. */
    List<String> names() {
        return root().findElements(By.cssSelector("main table th[scope=row]")).stream()
                .map(WebElement::getText)
                .toList();
    }

    MemberRow row(String name) {
        return new MemberRow(browser, root().findElement(By.linkText(name)));
    }

    MemberRow firstRow() {
        return row(names().getFirst());
    }

    String count() {
        return root().findElement(By.id("count")).getText();
    }

    /** The columns that the list is sorted by, and how. */
    List<String> sorted() {
        return root().findElements(By.cssSelector("th[aria-sort]")).stream()
                .map(column -> column.getText() + ": " + column.getDomAttribute("aria-sort"))
                .toList();
    }

    /** The columns that the table has, by their heads. */
    List<String> columns() {
        return root().findElements(By.cssSelector("#members-table thead th:not(:has(> .visually-hidden))")).stream()
                .map(WebElement::getText)
                .toList();
    }

    Part columnsMenu() {
        return new Part(browser, By.id("columns"));
    }

    boolean scrollsSideways() {
        var wrap = root().findElement(By.cssSelector("#members .table-wrap"));
        return (boolean)
                browser.driver().executeScript("return arguments[0].scrollWidth > arguments[0].clientWidth", wrap);
    }

    /** What is not seen whole of the names, addresses and companies. */
    List<String> cut() {
        return root().findElements(By.cssSelector("#members-table tbody .cut")).stream()
                .filter(text -> (boolean) browser.driver()
                        .executeScript(
                                "return arguments[0].scrollHeight > arguments[0].clientHeight + 1 "
                                        + "|| arguments[0].scrollWidth > arguments[0].clientWidth + 1",
                                text))
                .map(WebElement::getText)
                .toList();
    }

    void search(String words) {
        fill("Search name, e-mail or company", words);
    }

    void tick(String name) {
        field("Tick " + name).click();
    }

    /** Whose boxes are ticked. */
    List<String> ticked() {
        return root().findElements(By.cssSelector("tbody input:checked")).stream()
                .map(box -> box.getAccessibleName().replaceFirst("^Tick ", ""))
                .toList();
    }

    /** Goes to the preview of what changing the ticked ones would come to. */
    BulkPage change(String button, String status, String reason) {
        choose("New status", status);
        bulk().fill("Status reason", reason);
        press(button);
        return new BulkPage(browser);
    }

    /** Everybody that matches, however many they are. */
    void pressAll() {
        browser.leave(bulk().root().findElement(By.name("all"))::click);
    }

    private Part bulk() {
        return new Part(browser, By.id("bulk"));
    }
}
