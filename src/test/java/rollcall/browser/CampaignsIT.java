package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.campaign.CampaignFixture;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;
import rollcall.testing.TestClock;

/** The follow-up is built from nothing, tried out, run, and its results are read. */
@InBrowser
class CampaignsIT {

    private static final String SENTENCE =
            "When the status is changed to Attended: wait 1 hour, then send “Thank you for coming”";

    @Autowired
    Backstage backstage;

    @Autowired
    CampaignFixture campaigns;

    @Autowired
    TestClock clock;

    Program program;

    @BeforeEach
    void setTheScene() {
        program = backstage.program("Spring launch");
        backstage.members(program, List.of("Ada Lovelace", "Alan Turing"), StatusCode.ATTENDED);
        backstage.member(program, "Mary Shelley", StatusCode.REGISTERED);
    }

    @Test
    void areBuiltTriedOutAndRun(Browser browser) {
        var editor = begin(browser);
        editor.button("Add a trigger").click();
        editor.tick(editor.trigger(1), "To", "Attended");
        editor.button("Add conditions").click();
        editor.tick(editor.condition(1), "Any of", "Attended");
        editor.awaitAudience("Members where the status is Attended", 2);
        editor.button("Add a step").click();
        editor.kind(editor.step(1), "Wait for a while");
        browser.eventually(() -> editor.step(1).fill("How many", "1"));
        editor.step(1).choose("Unit", "hours");
        editor.button("Add a step").click();
        editor.step(2).choose("Template", "Thank you for coming");
        editor.awaitSentence(SENTENCE);
        new Keyboard(browser).to("Save").leave(Keys.ENTER);

        tryOutAndRun(browser);
        // The page looks again by itself.
        browser.eventually(() -> seesResults(browser));
    }

    @Test
    void areBuiltWithoutScripts(Browser browser) {
        browser.withoutScripts();
        var editor = begin(browser);
        editor.press("Add a trigger");
        assertThat(editor.field("Name").getDomProperty("value")).isEqualTo("Follow-up");
        editor.tick(editor.trigger(1), "To", "Attended");
        editor.press("Add conditions");
        editor.tick(editor.condition(1), "Any of", "Attended");
        editor.press("Add a step");
        editor.awaitAudience("Members where the status is Attended", 2);
        editor.kind(editor.step(1), "Wait for a while");
        editor.press("Show fields and count anew");
        editor.step(1).fill("How many", "1");
        editor.step(1).choose("Unit", "hours");
        editor.press("Add a step");
        editor.press("Move step 2 up");
        editor.press("Move step 1 down");
        editor.press("Save");
        assertThat(editor.problems()).containsExactly("Step 2: Choose one.");
        editor.step(2).choose("Template", "Thank you for coming");
        editor.press("Save");

        tryOutAndRun(browser);
        var address = browser.path();
        browser.eventually(() -> {
            browser.open(address);
            seesResults(browser);
        });
    }

    private CampaignEditor begin(Browser browser) {
        browser.signIn(backstage.managerOf(program));
        browser.open("/programs/%d/campaigns".formatted(program.key()));
        new Page(browser).follow("New campaign");
        Page.headed(browser, "New campaign").fill("Name", "Follow-up");
        return new CampaignEditor(browser);
    }

    private void tryOutAndRun(Browser browser) {
        var page = Page.headed(browser, "Follow-up");
        assertThat(page.said()).isEqualTo("“Follow-up” was saved. It is off until you switch it on.");
        page.follow("Dry run, run now");
        Page.headed(browser, "Dry run of “Follow-up”").press("Switch on");
        assertThat(page.mainText()).contains("2\nwould come in", "Ada Lovelace", "Alan Turing");
        page.press("Run now for these 2");

        assertThat(page.said()).isEqualTo("2 members came in.");
        var address = browser.path();
        campaigns.work(program);
        browser.open("/programs/%d/sends".formatted(program.key()));
        assertThat(Page.headed(browser, "Calendar of sends").mainText().replaceAll("\\s+", " "))
                .contains("Monday 2 March 11:00 CET Follow-up Thank you for coming 2 Planned");
        clock.advance(Duration.ofHours(1));
        campaigns.work(program);
        browser.open(address);
    }

    private static void seesResults(Browser browser) {
        assertThat(results(browser))
                .containsExactly("Wait 1 hour: 2 entered 2 done", "Send “Thank you for coming”: 2 entered 2 done");
        assertThat(new Page(browser).mainText()).contains("2 in the Mailbox");
    }

    private static List<String> results(Browser browser) {
        return browser.driver().findElements(By.className("result")).stream()
                .map(CampaignsIT::result)
                .toList();
    }

    private static String result(WebElement step) {
        var counts = step.findElements(By.cssSelector(".result-counts div")).stream()
                .map(count -> count.findElement(By.tagName("dd")).getText() + " "
                        + count.findElement(By.tagName("dt")).getText())
                .toList();
        return step.findElement(By.className("result-what")).getText() + ": " + String.join(" ", counts);
    }
}
