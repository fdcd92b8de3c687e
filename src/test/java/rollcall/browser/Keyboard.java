package rollcall.browser;

import java.util.ArrayList;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import rollcall.testing.Browser;

/** Works a page without a mouse. */
final class Keyboard {

    /** More stops than a page of these tests has. */
    private static final int MOST_STOPS = 120;

    private final Browser browser;

    Keyboard(Browser browser) {
        this.browser = browser;
    }

    /** Walks on until it stands on what has that name. */
    Keyboard to(String name) {
        var passed = new ArrayList<String>();
        while (passed.size() < MOST_STOPS) {
            press(Keys.TAB);
            if (here().equals(name)) {
                return this;
            }
            passed.add(here());
        }
        throw new AssertionError("Nobody gets to \"%s\" by Tab, only to %s.".formatted(name, passed));
    }

    /** The name of what has the focus. */
    String here() {
        return browser.driver().switchTo().activeElement().getAccessibleName();
    }

    Keyboard press(CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
        return this;
    }

    /** Presses a key that leads to another page. */
    void leave(Keys key) {
        browser.leave(() -> press(key));
    }
}
