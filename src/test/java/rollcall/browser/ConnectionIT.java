package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.provider.on24.On24OnLoopback;
import rollcall.testing.Browser;
import rollcall.testing.InItsOwnBrowser;

/** A provider from the connection to a registration that it accepts, over a fake of it on this machine. */
@InItsOwnBrowser
class ConnectionIT {

    private static final On24OnLoopback ON24 = new On24OnLoopback();

    @Autowired
    Backstage backstage;

    Program program;

    @DynamicPropertySource
    static void there(DynamicPropertyRegistry registry) {
        registry.add(
                "rollcall.provider.on24.base-url", () -> ON24.service().uri().toString());
    }

    @AfterAll
    static void close() {
        ON24.service().close();
    }

    private String path(String rest) {
        return "/programs/" + program.key() + rest;
    }

    @Test
    void isConnectedChosenAndRefusesSomebodyWhoIsPutRight(Browser browser) {
        program = backstage.program("Spring launch");
        backstage.member(program, "Ada Lovelace", StatusCode.WAITLISTED);
        browser.signIn(backstage.administrator());
        connect(browser);
        choose(browser);
        beWarned(browser);
        register(browser);
        repair(browser);
    }

    /** With a secret that is wrong at first, which the page says at once. */
    private void connect(Browser browser) {
        browser.open("/admin/connections/new?provider=on24");
        var page = new Page(browser);
        page.fill("Name", "Events team");
        page.fill("Client ID", "7001");
        page.fill("Access token key", "key-1");
        page.fill("Access token secret", "wrong");
        page.press("Store and check");
        assertThat(page.mainText()).contains("AccessTokenKey and AccessTokenSecret are wrong or invalid.");
        page.fill("Access token secret", "secret-1");
        page.press("Store and check");
        assertThat(page.mainText()).doesNotContain("wrong or invalid");
    }

    private void choose(Browser browser) {
        browser.open(path("/provider"));
        var page = new Page(browser);
        page.pick("ON24: Events team");
        page.fill("Webinar there", "4401001");
        page.press("Save");
        browser.eventually(() -> {
            browser.open(path("/provider"));
            assertThat(new Page(browser).mainText()).contains("has not begun");
        });
    }

    /** Before anybody is sent, the page names who would be refused. */
    private void beWarned(Browser browser) {
        browser.eventually(() -> {
            browser.open(path("/provider"));
            assertThat(browser.driver()
                            .findElement(By.id("preflight"))
                            .getText()
                            .replaceAll("\\s+", " "))
                    .contains("Phone", "One member who may be sent lacks it", "Ada Lovelace");
        });
    }

    private void register(Browser browser) {
        browser.open(path("/members"));
        var row = new MemberList(browser).row("Ada Lovelace");
        row.openChange();
        row.change("Registered", "");
        browser.eventually(() -> {
            browser.open(path("/errors"));
            assertThat(new Page(browser).mainText()).contains("Ada Lovelace", "Work Phone");
        });
    }

    private void repair(Browser browser) {
        var errors = new Page(browser);
        browser.leave(() -> browser.driver()
                .findElement(By.cssSelector("#errors tbody th a"))
                .click());
        new Page(browser).follow("Edit details");
        var details = Page.headed(browser, "Edit Ada Lovelace");
        details.fill("Phone", "+44 20 7946 0000");
        details.press("Save");
        browser.open(path("/errors"));
        errors.press("Send again Ada Lovelace");
        browser.eventually(() -> {
            browser.open(path("/members"));
            assertThat(new MemberList(browser).row("Ada Lovelace").cells()).contains("Registered");
            assertThat(ON24.service().calls())
                    .anyMatch(call -> call.is("POST", ".*/registrant")
                            && "+44 20 7946 0000".equals(call.form().get("workPhone")));
        });
        browser.open(path("/errors"));
        assertThat(new Page(browser).mainText()).doesNotContain("Ada Lovelace");
    }
}
