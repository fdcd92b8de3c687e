package rollcall.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import rollcall.program.Program;
import rollcall.testing.Browser;

final class MemberPage extends Page {

    MemberPage(Browser browser, String name) {
        super(browser);
        awaitHeading(name);
    }

    static MemberPage open(Browser browser, Program program, long member, String name) {
        browser.open("/programs/%d/members/%d".formatted(program.key(), member));
        return new MemberPage(browser, name);
    }

    String status() {
        return root().findElement(By.cssSelector("#change .status")).getText();
    }

    /** What happened, the newest first, without the time it happened at. */
    List<String> history() {
        return root().findElements(By.cssSelector("ol.timeline > li")).stream()
                .map(MemberPage::happening)
                .toList();
    }

    private static String happening(WebElement item) {
        var lines = item.findElements(By.cssSelector("p:not(:has(> time:only-child))"));
        return String.join(
                " | ",
                lines.stream().map(line -> line.getText().replace('\n', ' ')).toList());
    }

    void change(String status, String reason) {
        pick(status);
        fill("Status reason", reason);
        press("Change status " + heading());
    }
}
