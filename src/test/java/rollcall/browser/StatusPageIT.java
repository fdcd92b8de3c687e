package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.member.Members;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.registration.PublicScene;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

/** What members do by their own link, without a script and without a cookie. */
@InBrowser
class StatusPageIT {

    @Autowired
    Backstage backstage;

    @Autowired
    PublicScene scene;

    @Autowired
    Members members;

    Program program;
    long member;
    String link;

    @BeforeEach
    void begin() {
        program = scene.published();
        member = backstage.member(program, "Ada " + UUID.randomUUID(), StatusCode.REGISTERED);
        link = backstage.statusLinkOf(member);
    }

    private String status() {
        return members.require(program, member).status().key();
    }

    @Test
    void correctsWhatIsKnown(Browser browser) {
        browser.withoutScripts();
        browser.open(link);
        new Page(browser).follow("Correct my details");
        var page = Page.headed(browser, "Correct my details");
        page.fill("Last name", "");
        page.press("Save");
        browser.eventually(() -> assertThat(new Page(browser).problems()).containsExactly("Last name: Fill this in."));
        new Page(browser).fill("Last name", "King");
        new Page(browser).press("Save");

        assertThat(Page.headed(browser, "You are registered").mainText()).contains("Your details are stored.");
        assertThat(members.require(program, member).name()).endsWith("King");
        assertThat(browser.driver().manage().getCookies()).isEmpty();
    }

    @Test
    void cancelsOnlyAfterAskingAndMayComeBack(Browser browser) {
        browser.withoutScripts();
        browser.open(link);
        new Page(browser).follow("I am not coming");
        Page.headed(browser, "Are you sure that you are not coming?").follow("No, leave it as it is");
        Page.headed(browser, "You are registered").follow("I am not coming");
        assertThat(status()).isEqualTo("REGISTERED");
        Page.headed(browser, "Are you sure that you are not coming?").press("Yes, take me off the list");

        assertThat(Page.headed(browser, "You have cancelled").mainText()).contains("You are off the list.");
        assertThat(status()).isEqualTo("NOT_IN_PROGRAM");
        new Page(browser).follow("Register again");
        assertThat(browser.driver().getCurrentUrl()).contains("/r/");
    }

    @Test
    void looksAtWhatWasSentAgain(Browser browser) {
        scene.sentAgain(program, member, "Byron");
        browser.open(link);
        var page = new Page(browser);
        assertThat(page.mainText()).contains("Somebody filled out the form again with your address", "Byron");
        page.press("Discard it");

        browser.eventually(() -> assertThat(new Page(browser).mainText()).contains("Discarded. Nothing was changed."));
        assertThat(members.require(program, member).name()).doesNotContain("Byron");
        assertThat(browser.driver().findElements(By.className("revision"))).isEmpty();
    }
}
