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
import rollcall.provider.RefreshFixture;
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
    RefreshFixture refreshes;

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

    /** Sending again says what is really wrong; one address is put right, and only that one is sent once more. */
    private void repairTheRefusedOne(Browser browser) {
        new Page(browser).press("Send all 2 again not sent from here");
        browser.eventually(() -> {
            browser.open(path("/errors"));
            assertThat(new Page(browser).mainText())
                    .contains("the provider does not take something as it is", "the provider refused the address");
        });
        new Page(browser).follow("Piotr Nowak");
        new Page(browser).follow("Edit details");
        var details = Page.headed(browser, "Edit Piotr Nowak");
        details.fill("E-mail", "piotr.nowak@mapa.example.org");
        details.press("Save");
        browser.open(path("/errors"));
        new Page(browser).press("Send again Piotr Nowak");
        browser.eventually(() -> {
            browser.open(path("/members?q=nowak"));
            assertThat(standing(browser, "Piotr Nowak")).isEqualTo("Registered");
        });
        browser.open(path("/errors"));
        assertThat(new Page(browser).mainText()).contains("Chloé Dubois").doesNotContain("Piotr Nowak");
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
        settings.press("Save settings");
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
        assertThat(new Page(browser).mainText().replaceAll("\\s+", " "))
                .contains("Registered No Show", "Registered Attended On-demand", "Registered Attended ");
        browser.open(path("/members?status=REGISTERED"));
        assertThat(new MemberList(browser).names()).isEmpty();
    }

    /** Focus, Enter, and the words read aloud: nothing else is needed. */
    @Test
    void aRefreshIsAskedForAndFollowedByKeyboardAlone(Browser browser) {
        var held = held();
        browser.signIn(backstage.administrator()); // that it is over ended the session
        browser.open(refreshesOf(held.program()));
        new Keyboard(browser).to("Refresh now").leave(Keys.ENTER);
        assertThat(progress(browser)).isEqualTo("Asking the provider");
        assertThat(said(browser)).isEmpty();

        held.open().run();

        browser.eventually(() -> assertThat(said(browser)).isEqualTo("Done"));
        assertThat(new Page(browser).mainText()).contains("2 members were changed");
    }

    @Test
    void aRefreshNeedsNoScripts(Browser browser) {
        var held = held();
        browser.signIn(backstage.administrator());
        browser.withoutScripts();
        browser.open(refreshesOf(held.program()));
        new Page(browser).press("Refresh now");
        assertThat(progress(browser)).isEqualTo("Asking the provider");
        new Page(browser).follow("Refresh");
        assertThat(progress(browser)).isEqualTo("Asking the provider");

        held.open().run();

        browser.eventually(() -> {
            if (!new Page(browser).mainText().contains("Done")) {
                new Page(browser).follow("Refresh");
            }
            assertThat(new Page(browser).mainText()).contains("2 members were changed");
        });
    }

    /** A program that is over, and whose provider keeps the refresh waiting until somebody opens. */
    private record Held(Program program, Runnable open) {}

    private Held held() {
        var over = refreshes.program();
        refreshes.untold(over);
        clock.set(over.endsAt().plus(Duration.ofHours(1)));
        return new Held(over, refreshes.hold(over));
    }

    private static String refreshesOf(Program one) {
        return "/programs/%d/refreshes".formatted(one.key());
    }

    private static String progress(Browser browser) {
        return browser.driver().findElement(By.cssSelector("#refresh progress")).getAccessibleName();
    }

    private static String said(Browser browser) {
        return browser.driver().findElement(By.id("refresh-said")).getAttribute("textContent");
    }
}
