package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import rollcall.testing.Browser;

/** What all pages have: a heading, the frame around it, and two places where they say what happened. */
class Page extends Part {

    Page(Browser browser) {
        super(browser, By.tagName("body"));
    }

    /** The page that is open, once it has that heading. */
    static Page headed(Browser browser, String heading) {
        var page = new Page(browser);
        page.awaitHeading(heading);
        return page;
    }

    void awaitHeading(String heading) {
        browser.eventually(() -> assertThat(heading()).isEqualTo(heading));
    }

    String heading() {
        return root().findElement(By.tagName("h1")).getText();
    }

    /** What the page has for a code when it is an error page; nothing on any other. */
    String errorCode() {
        return root().findElements(By.className("error-code")).stream()
                .map(WebElement::getText)
                .findFirst()
                .orElse("");
    }

    /** What can be read in the middle, but for the number of the request. */
    String mainText() {
        return root().findElement(By.tagName("main")).getText().replaceAll("Request\\s+\\S+", "");
    }

    /** The pages of the program that can be turned to. */
    List<String> tabs() {
        return root().findElements(By.cssSelector("nav[aria-label=Program] a")).stream()
                .map(WebElement::getText)
                .toList();
    }

    String title() {
        return browser.driver().getTitle();
    }

    /** What the page says politely, once it has something to say. */
    String said() {
        return spoken("#flash");
    }

    /** What the page says at once, when something went wrong. */
    String warned() {
        return spoken("#alert");
    }

    private String spoken(String region) {
        browser.until(
                () -> !root().findElement(By.cssSelector(region)).getText().isBlank());
        return root().findElement(By.cssSelector(region)).getText();
    }

    /** What the summary of a form that was refused says. */
    List<String> problems() {
        return root().findElements(By.cssSelector("#error-summary li")).stream()
                .map(WebElement::getText)
                .toList();
    }

    WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    /** Opens a menu, whose items can then be pressed. */
    void open(String menu) {
        root().findElements(By.tagName("summary")).stream()
                .filter(summary -> summary.getAccessibleName().equals(menu))
                .findFirst()
                .orElseThrow()
                .click();
    }

    void signOut() {
        root().findElement(By.xpath("//header//summary[.//bdi]")).click();
        press("Sign out");
    }
}
