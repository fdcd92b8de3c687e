package rollcall.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import rollcall.testing.Browser;

/** One member in the list, with the form that opens below. */
final class MemberRow extends Part {

    private final String name;

    MemberRow(Browser browser, WebElement link) {
        super(browser, By.id(link.findElement(By.xpath("ancestor::tbody")).getDomAttribute("id")));
        this.name = link.getText();
    }

    String status() {
        return row().getDomAttribute("data-status");
    }

    /** How many columns there are besides the tick box and the buttons. */
    int columns() {
        return row().findElements(By.cssSelector(":scope > :is(th, td):not(.tick, .row-actions)"))
                .size();
    }

    String cells() {
        return row().getText();
    }

    private WebElement row() {
        return root().findElement(By.cssSelector("tr[data-member-id]"));
    }

    /** The names of the columns that stand in the row itself. */
    List<String> labels() {
        return cellsThat("getComputedStyle(cell, '::before').content !== 'none'").stream()
                .map(cell -> cell.getDomAttribute("data-label"))
                .toList();
    }

    /** How far down each cell begins, in their order; without the tick box and the buttons, which stand at the side. */
    List<Integer> tops() {
        return cellsThat("!cell.matches('.tick, .row-actions')").stream()
                .map(cell -> cell.getLocation().getY())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<WebElement> cellsThat(String condition) {
        return (List<WebElement>) browser.driver()
                .executeScript(
                        "return [...arguments[0].cells].filter(cell => cell.checkVisibility() && (%s))"
                                .formatted(condition),
                        row());
    }

    /** Everything that can be clicked. */
    List<String> controls() {
        return root().findElements(By.cssSelector("a, button, input:not([type=hidden])")).stream()
                .map(WebElement::getAccessibleName)
                .toList();
    }

    /** The statuses that the form offers. */
    List<String> choices() {
        return root().findElements(By.xpath(".//label[input[@type='radio']]")).stream()
                .map(WebElement::getText)
                .toList();
    }

    void openChange() {
        clickAndAwait("Change " + name, "Change status " + name);
    }

    void openReject() {
        clickAndAwait("Reject " + name, "Change status " + name);
    }

    private void clickAndAwait(String control, String appearing) {
        link(control).click();
        browser.until(() -> offers(appearing));
    }

    void change(String status, String reason) {
        pick(status);
        fill("Status reason", reason);
        submit();
    }

    void submit() {
        button("Change status " + name).click();
    }

    void approve() {
        button("Approve " + name).click();
    }
}
