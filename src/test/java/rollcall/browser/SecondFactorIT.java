package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.account.Account;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;
import rollcall.testing.TestClock;

@InBrowser
class SecondFactorIT {

    @Autowired
    Backstage backstage;

    @Autowired
    TestClock clock;

    @Test
    void isSetUpAndAskedForFromThenOn(Browser browser) {
        setUpAndSignIn(browser);
    }

    @Test
    void needsNoScripts(Browser browser) {
        browser.withoutScripts();
        setUpAndSignIn(browser);
    }

    private void setUpAndSignIn(Browser browser) {
        var somebody = backstage.withPassword(backstage.administrator());
        SignInPage.open(browser).signIn(somebody.email(), Backstage.PASSWORD);
        var app = setUp(browser);
        var codes = recoveryCodes(browser);
        assertThat(codes).hasSize(10);

        giveCode(browser, somebody, "Code from your app", app.codeAt(clock.instant()));
        assertThat(Page.headed(browser, "One more step").text())
                .contains("This code is not right, or was used before.");
        clock.advance(Duration.ofSeconds(30));
        var step = Page.headed(browser, "One more step");
        step.fill("Code from your app", app.codeAt(clock.instant()));
        step.press("Sign in");
        Page.headed(browser, "Programs");

        giveCode(browser, somebody, "Recovery code", codes.getFirst());
        Page.headed(browser, "Programs");
    }

    private Authenticator setUp(Browser browser) {
        browser.open("/account");
        var account = Page.headed(browser, "My account");
        account.follow("Set up the second factor");
        var page = Page.headed(browser, "Set up the second factor");
        var app = new Authenticator(page.root().findElement(By.id("factor-key")).getText());
        page.fill("Code from your app", app.codeAt(clock.instant()));
        page.fill("Current password", Backstage.PASSWORD);
        page.press("Switch it on");
        return app;
    }

    private static List<String> recoveryCodes(Browser browser) {
        var page = Page.headed(browser, "Second factor");
        assertThat(page.said()).isEqualTo("The second factor is on. Your other sessions were ended.");
        var codes = page.root().findElements(By.cssSelector("#recovery-codes code")).stream()
                .map(WebElement::getText)
                .toList();
        page.follow("I have kept them");
        return codes;
    }

    private static void giveCode(Browser browser, Account account, String field, String code) {
        Page.headed(browser, "Programs").signOut();
        new SignInPage(browser).signIn(account.email(), Backstage.PASSWORD);
        var step = Page.headed(browser, "One more step");
        if (field.equals("Recovery code")) {
            step.root().findElement(By.cssSelector("main details > summary")).click();
        }
        step.fill(field, code);
        step.press("Sign in");
    }
}
