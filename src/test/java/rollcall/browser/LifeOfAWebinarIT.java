package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.desk.SampleProgram;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;
import rollcall.testing.TestClock;

/** The sample program from Invited to attendance, as somebody new would run it. */
@InBrowser
class LifeOfAWebinarIT {

    @Autowired
    Backstage backstage;

    @Autowired
    SampleProgram sample;

    @Autowired
    TestClock clock;

    Program program;

    @BeforeEach
    void theSampleProgram(Browser browser) {
        program = sample.add();
        browser.signIn(backstage.administrator());
    }

    @AfterEach
    void away() {
        sample.remove(Actor.SYSTEM);
    }

    private String path(String rest) {
        return "/programs/" + program.key() + rest;
    }

    @Test
    void fromInvitedToAttendanceWithAnErrorRepaired(Browser browser) {
        browser.open(path(""));
        assertThat(new Part(browser, By.cssSelector("nav[aria-label=Program]")).text())
                .contains("Simulated");
        repairTheRefusedOne(browser);
        everybodyInvitedRegisters(browser);
        theWebinarTakesPlace(browser);
        attendanceComesBack(browser);
    }

    /** The summary says what is wrong; the address is put right; sending again helps. */
    private void repairTheRefusedOne(Browser browser) {
        MemberList.open(browser, program, "?status=REGISTRATION_ERROR").follow("Piotr Nowak");
        new Page(browser).follow("Edit details");
        var details = Page.headed(browser, "Edit Piotr Nowak");
        details.fill("E-mail", "piotr.nowak@mapa.example.org");
        details.press("Save");
        browser.open(path("/members?status=REGISTRATION_ERROR"));
        var row = new MemberList(browser).row("Piotr Nowak");
        row.openChange();
        row.change("Registered", "address corrected");
        browser.eventually(() -> assertThat(standing(browser, "Piotr Nowak")).isEqualTo("Registered"));
    }

    private static String standing(Browser browser, String name) {
        return browser.driver()
                .findElement(By.xpath(
                        "//tr[th//*[normalize-space()='%s']]/td[starts-with(@id, 'standing-')]".formatted(name)))
                .getText();
    }

    /** The sample is full, so that people wait for a reason; more seats let more in. */
    private void everybodyInvitedRegisters(Browser browser) {
        browser.open(path("/edit"));
        var settings = new Page(browser);
        settings.fill("Seats", "60");
        settings.press("Store settings");
        waitingPeopleFirst(browser);
        browser.open(path("/members?status=INVITED"));
        var invited = new MemberList(browser).names();
        assertThat(invited).isNotEmpty();
        for (var name : invited.subList(0, 2)) {
            browser.open(path("/members?status=INVITED"));
            var row = new MemberList(browser).row(name);
            row.openChange();
            row.change("Registered", "");
        }
    }

    /** Nobody overtakes the waitlist. */
    private void waitingPeopleFirst(Browser browser) {
        browser.open(path("/members?status=WAITLISTED"));
        for (var name : new MemberList(browser).names()) {
            var row = new MemberList(browser).row(name);
            row.openChange();
            row.change("Registered", "");
        }
    }

    private void theWebinarTakesPlace(Browser browser) {
        browser.open("/admin/simulator");
        var simulator = new Page(browser);
        simulator.follow(program.name());
        var control = Page.headed(browser, program.name());
        clock.advance(Duration.ofHours(1)); // everybody was accepted before
        control.press("Start the webinar");
        control.press("Let a crowd come");
        control.root().findElement(By.cssSelector("details.confirm > summary")).click();
        control.press("End it now");
    }

    private void attendanceComesBack(Browser browser) {
        browser.open(path("/refreshes"));
        new Page(browser).press("Refresh now");
        browser.eventually(() -> assertThat(new Page(browser).mainText()).contains("Done"));
        var text = new Page(browser).mainText();
        assertThat(text).contains("Attended").contains("No Show");
        browser.open(path("/members?status=REGISTERED"));
        assertThat(new MemberList(browser).names()).isEmpty();
    }

    /** Focus, Enter, and the words read aloud: nothing else is needed. */
    @Test
    void aRefreshIsAskedForAndFollowedByKeyboardAlone(Browser browser) {
        browser.open(path("/refreshes"));
        new Keyboard(browser).to("Refresh now").leave(Keys.ENTER);
        browser.eventually(() -> assertThat(new Page(browser).mainText()).contains("Done"));
    }

    @Test
    void aRefreshNeedsNoScripts(Browser browser) {
        browser.withoutScripts();
        browser.open(path("/refreshes"));
        new Page(browser).press("Refresh now");
        for (int looks = 0; looks < 20 && !new Page(browser).mainText().contains("Done"); looks++) {
            browser.driver().navigate().refresh();
        }
        assertThat(new Page(browser).mainText()).contains("Done");
    }
}
