package rollcall.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import rollcall.testing.Browser;

/** A part of a page, worked as a person does: by the words that stand on it. */
class Part {

    final Browser browser;
    private final By where;

    Part(Browser browser, By where) {
        this.browser = browser;
        this.where = where;
    }

    WebElement root() {
        return browser.driver().findElement(where);
    }

    /** What can be read here, without what is hidden. */
    String text() {
        return root().getText();
    }

    WebElement button(String name) {
        return control("button", name);
    }

    WebElement link(String name) {
        return control("a", name);
    }

    boolean offers(String name) {
        return !controls("button", name).isEmpty() || !controls("a", name).isEmpty();
    }

    private WebElement control(String tag, String name) {
        return controls(tag, name).stream().findFirst().orElseThrow(() -> missing(tag, name));
    }

    /** By the name that is read aloud, which may have parts that are not seen. */
    private List<WebElement> controls(String tag, String name) {
        var near = ".//%s[contains(normalize-space(.), \"%s\") or @aria-label=\"%s\"]".formatted(tag, name, name);
        return shown(near).stream()
                .filter(control -> control.getAccessibleName().equals(name))
                .toList();
    }

    private List<WebElement> shown(String xpath) {
        return root().findElements(By.xpath(xpath)).stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }

    private NoSuchElementException missing(String what, String name) {
        return new NoSuchElementException("There is no %s \"%s\" on this page:%n%s".formatted(what, name, text()));
    }

    /** Leads to another page. */
    void press(String button) {
        browser.leave(button(button)::click);
    }

    /** Leads to another page. */
    void follow(String link) {
        browser.leave(link(link)::click);
    }

    /** The input that a label, or a name for those who do not see, stands for. */
    WebElement field(String label) {
        var named = root().findElements(By.xpath(
                ".//*[self::input or self::select or self::textarea][@aria-label=\"%s\"]".formatted(label)));
        return named.isEmpty() ? labelled(label(label)) : named.getFirst();
    }

    private WebElement labelled(WebElement label) {
        var id = label.getDomAttribute("for");
        return id == null ? label.findElement(By.xpath(".//input")) : root().findElement(By.id(id));
    }

    private WebElement label(String name) {
        // Beside the words may stand whether they must be filled in, or how many there are.
        var near = ".//label[normalize-space(.)=\"%s\" or normalize-space(*[not(self::input)][1])=\"%s\"]"
                .formatted(name, name);
        return shown(near).stream().findFirst().orElseThrow(() -> missing("label", name));
    }

    void fill(String label, String text) {
        var field = field(label);
        field.clear();
        field.sendKeys(text);
    }

    /** For dates and times, which every browser wants to have typed in its own way. */
    void set(String label, String value) {
        browser.driver().executeScript("arguments[0].value = arguments[1]", field(label), value);
    }

    void choose(String label, String option) {
        new Select(field(label)).selectByVisibleText(option);
    }

    /** Clicks on the words beside a box or a round button. */
    void pick(String label) {
        label(label).click();
    }
}
