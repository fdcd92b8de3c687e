package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
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

    @TempDir
    Path folder;

    @Test
    void comesFromAFileWhereNobodyCanBeAsked(Browser browser) throws IOException {
        var program = members.program(null);
        clock.set(program.endsAt().plus(Duration.ofHours(1)));
        var some = refreshes.registered(program, 2);
        var report = """
            Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes),Is Guest
            Yes,Ada,%s,"Mar 22, 2025 19:52:01","Mar 22, 2025 20:52:39",61,Yes
            """.formatted(refreshes.emailOf(some.getFirst()));
        browser.signIn(backstage.managerOf(program));
        browser.open("/programs/" + program.key());
        var page = new Page(browser);

        page.open("Event Actions");
        page.follow("Attendance from a file This program has no webinar provider to ask.");
        page.root()
                .findElement(By.id("file"))
                .sendKeys(Files.writeString(folder.resolve("zoom.csv"), report).toString());
        page.press("Upload and look at it");
        assertThat(page.mainText()).contains("recognised as Zoom's attendee report");
        page.press("See what it would change");
        browser.eventually(() -> assertThat(page.mainText().replaceAll("\\s+", " "))
                .contains("Registered No Show 1", "Registered Attended 1"));
        assertThat(members.statusOf(some.getFirst())).isEqualTo("REGISTERED");

        page.press("Bring this attendance");
        browser.eventually(() -> assertThat(page.mainText()).contains("2 members were changed"));
        assertThat(members.statusOf(some.getFirst())).isEqualTo("ATTENDED");
        assertThat(members.statusOf(some.getLast())).isEqualTo("NO_SHOW");
    }

    @Test
    void isBroughtBackByHandAndWhoMatchesNobodyIsSettled(Browser browser) {
        var program = refreshes.program();
        clock.set(program.endsAt().plus(Duration.ofHours(1))); // before anything is queued that would be late then
        var absent = refreshes.untold(program);
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
