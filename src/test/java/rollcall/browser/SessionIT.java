package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

/** A session that ends takes nothing with it. */
@InBrowser
class SessionIT {

    @Autowired
    Backstage backstage;

    @Test
    void warnsBeforeItEndsAndGoesOnWithOneKey(Browser browser) {
        browser.signIn(backstage.administrator());
        browser.open("/programs/new");
        var form = new ProgramForm(browser);
        form.fill("Name", "Half a name");
        assertThat(dialogIsOpen(browser)).isFalse();

        browser.driver().executeScript("""
            document.body.dataset.sessionSeconds = 170;
            document.dispatchEvent(new Event('visibilitychange'));
            """);
        assertThat(dialogIsOpen(browser)).isTrue();
        assertThat(form.focused().getAccessibleName()).isEqualTo("Stay signed in");
        new Keyboard(browser).press(Keys.ENTER);

        assertThat(form.said()).isEqualTo("You stay signed in.");
        assertThat(dialogIsOpen(browser)).isFalse();
        assertThat(form.focused().getDomProperty("value")).isEqualTo("Half a name");
        assertThat(browser.driver().executeScript("return document.body.dataset.sessionSeconds"))
                .isEqualTo("28800");
    }

    private static boolean dialogIsOpen(Browser browser) {
        return browser.driver()
                .findElement(By.cssSelector("dialog#session-end"))
                .isDisplayed();
    }

    @Test
    void givesBackWhatWasTypedAfterSigningInAgain(Browser browser) {
        var ada = backstage.withPassword(backstage.administrator());
        SignInPage.open(browser).signIn(ada.email(), Backstage.PASSWORD);
        Page.headed(browser, "Programs");
        browser.open("/programs/new");
        var form = new ProgramForm(browser);
        form.fill("Name", backstage.unique("Summer launch"));
        form.starts("2026-07-01", "10:00");
        form.ends("2026-07-01", "11:00");

        browser.driver().manage().deleteCookieNamed("ROLLCALL");
        form.press("Create program");
        new SignInPage(browser).signIn(ada.email(), Backstage.PASSWORD);

        var again = Page.headed(browser, "New program");
        assertThat(again.focused().getText()).isEqualTo("Not saved yet");
        again.press("Create program");
        browser.until(() -> again.heading().startsWith("Summer launch"));
    }
}
