package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.registration.PublicScene;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;
import rollcall.testing.TestClock;

/** How people register by themselves. */
@InBrowser
class RegistrationIT {

    private static final String THANKS = "We have received your form.";

    @Autowired
    Backstage backstage;

    @Autowired
    PublicScene scene;

    @Autowired
    TestClock clock;

    private static String newEmail() {
        return UUID.randomUUID() + "@example.org";
    }

    private void register(Browser browser, String slug, String email) {
        browser.open("/r/" + slug);
        fillOut(browser, email);
        clock.advance(Duration.ofMinutes(1));
        new Page(browser).press("Register");
    }

    private static void fillOut(Browser browser, String email) {
        var page = new Page(browser);
        page.fill("First name", "Ada");
        page.fill("Last name", "Lovelace");
        page.fill("E-mail", email);
    }

    private static String lead(Browser browser) {
        return Page.headed(browser, "Thank you")
                .root()
                .findElement(By.className("lead"))
                .getText();
    }

    @Test
    void registersAndHearsTheSameAgain(Browser browser) {
        var slug = scene.slugOf(backstage.program("Open to all"));
        var email = newEmail();

        register(browser, slug, email);
        assertThat(lead(browser)).isEqualTo(THANKS);
        register(browser, slug, email);
        assertThat(lead(browser)).isEqualTo(THANKS);

        assertThat(scene.statuses(slug, email)).containsExactly("REGISTERED");
        assertThat(browser.driver().manage().getCookies()).isEmpty();
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsWrong(Browser browser) {
        var slug = scene.slugOf(backstage.program("Open to all"));

        register(browser, slug, "no address");

        browser.eventually(() -> assertThat(new Page(browser).problems()).hasSize(1));
        assertThat(browser.driver().findElement(By.name("firstName")).getDomProperty("value"))
                .isEqualTo("Ada");
    }

    @Test
    void waitsForApproval(Browser browser) {
        var slug = scene.approving();
        var email = newEmail();

        register(browser, slug, email);

        assertThat(lead(browser)).isEqualTo(THANKS);
        assertThat(scene.statuses(slug, email)).containsExactly("PENDING_APPROVAL");
    }

    @Test
    void saysThatItIsFullOrClosed(Browser browser) {
        browser.open("/r/" + scene.full());
        assertThat(new Page(browser).mainText())
                .contains("All seats are taken.")
                .doesNotContain("First name");

        browser.open("/r/" + scene.closed());
        assertThat(new Page(browser).mainText())
                .contains("Registration has closed.")
                .doesNotContain("First name");
    }

    @Test
    void needsNoScriptsAndSpeaksSwedish(Browser browser) {
        browser.withoutScripts();
        var slug = scene.waiting();
        var email = newEmail();
        browser.open("/r/" + slug);
        new Page(browser).follow("Svenska");
        var page = new Page(browser);
        page.fill("Förnamn", "Ada");
        page.fill("Efternamn", "Lovelace");
        page.fill("E-post", email);
        clock.advance(Duration.ofMinutes(1));
        page.press("Ställ mig på väntelistan");

        assertThat(Page.headed(browser, "Tack").mainText()).contains("Vi har tagit emot ditt formulär");
        assertThat(scene.statuses(slug, email)).containsExactly("WAITLISTED");
    }

    @Test
    void registersInAFrameOnASiteThatMayShowIt(Browser browser) throws Exception {
        try (var site = new ForeignSite()) {
            var slug = scene.shownAt(site.origin());
            site.shows("<iframe src=\"%s/r/%s\" title=\"Register\" width=\"600\" height=\"1200\"></iframe>"
                    .formatted(browser.base(), slug));
            var email = newEmail();
            browser.driver().get(site.origin());
            browser.driver().switchTo().frame(0);
            fillOut(browser, email);
            clock.advance(Duration.ofMinutes(1));
            new Page(browser).press("Register");

            assertThat(lead(browser)).isEqualTo(THANKS);
            assertThat(scene.statuses(slug, email)).containsExactly("REGISTERED");
        }
    }

    @Test
    void isShownInNoFrameOfAnyOtherSite(Browser browser) throws Exception {
        try (var site = new ForeignSite()) {
            var slug = scene.shownAt("https://www.example.com");
            site.shows("<iframe src=\"%s/r/%s\" title=\"Register\"></iframe>".formatted(browser.base(), slug));
            browser.driver().get(site.origin());
            browser.driver().switchTo().frame(0);

            assertThat(browser.driver().findElements(By.name("email"))).isEmpty();
            browser.driver().switchTo().defaultContent();
            assertThat(browser.console()).anyMatch(said -> said.contains("frame-ancestors"));
        }
    }

    @Test
    void registersByAPlainFormOnAnySite(Browser browser) throws Exception {
        try (var site = new ForeignSite()) {
            var slug = scene.slugOf(backstage.program("Open to all"));
            site.shows("""
                <form method="post" action="%s/r/%s">
                  <input name="email" aria-label="E-mail"><input name="firstName" aria-label="First name">
                  <input name="lastName" aria-label="Last name"><button>Register</button>
                </form>\
                """.formatted(browser.base(), slug));
            var email = newEmail();
            browser.driver().get(site.origin());
            fillOut(browser, email);
            new Page(browser).press("Register");

            assertThat(lead(browser)).isEqualTo(THANKS);
            assertThat(scene.statuses(slug, email)).containsExactly("REGISTERED");
        }
    }
}
