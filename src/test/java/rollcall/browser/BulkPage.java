package rollcall.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import rollcall.testing.Browser;

/** Before many are changed: what it would come to. Afterwards: what it came to. */
final class BulkPage extends Page {

    BulkPage(Browser browser) {
        super(browser);
        browser.until(() -> List.of("Change many at once", "Outcome").contains(heading()));
    }

    /** Each number with its words, and the names that stand below. */
    List<String> tally() {
        return root().findElements(By.cssSelector(".tally-line")).stream()
                .map(WebElement::getText)
                .map(lines -> lines.replace('\n', ' '))
                .toList();
    }

    BulkPage confirm(String button) {
        press(button);
        awaitHeading("Outcome");
        return this;
    }
}
