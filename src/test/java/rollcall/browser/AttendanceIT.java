package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.member.MembersFixture;
import rollcall.provider.RefreshFixture;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;
import rollcall.testing.TestClock;

/** Attendance is brought back from Event Actions, and somebody says who a stranger is. */
@InBrowser
class AttendanceIT {

    @Autowired
    Backstage backstage;

    @Autowired
    RefreshFixture refreshes;

    @Autowired
    MembersFixture members;

    @Autowired
    TestClock clock;

    @Test
    void isBroughtBackByHandAndWhoMatchesNobodyIsSettled(Browser browser) {
        var program = refreshes.program();
        var absent = refreshes.untold(program);
        clock.set(program.endsAt().plus(Duration.ofHours(1)));
        browser.signIn(backstage.managerOf(program));
        browser.open("/programs/" + program.key());
        var page = new Page(browser);

        page.open("Event Actions");
        page.press("Refresh from Webinar Provider");
        page.awaitHeading("Refresh from the webinar provider");
        browser.eventually(() -> assertThat(page.mainText().replaceAll("\\s+", " "))
                .contains("2 members were changed", "Registered No Show 1", "Registered Attended 1"));

        page.follow("Decide who they are");
        page.follow("Say who it is Dial-in 12");
        page.fill("Search members by name or e-mail", refreshes.emailOf(absent));
        page.press("Search");
        page.press("This one First0 Last0");

        assertThat(page.said()).isEqualTo("Dial-in 12 was matched, and the attendance is with the member.");
        assertThat(members.statusOf(absent)).isEqualTo("ATTENDED");
    }
}
