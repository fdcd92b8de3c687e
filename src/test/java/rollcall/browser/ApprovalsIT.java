package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;
import rollcall.testing.TestClock;

/** Deciding who gets in, one after the other. */
@InBrowser
class ApprovalsIT {

    @Autowired
    Backstage backstage;

    private Program program() {
        var start = TestClock.START.plusSeconds(86_400);
        var name = backstage.unique("Selective");
        return backstage.program(new ProgramPlan(
                name, "", start, start.plusSeconds(3_600), ZoneId.of("Europe/Stockholm"), 1, true, true, false, null));
    }

    private static List<String> names(Browser browser) {
        return browser.driver().findElements(By.cssSelector("tr[data-member-id] th a")).stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void needNoMouse(Browser browser) {
        var program = program();
        backstage.members(program, List.of("Ada Lovelace", "Alan Turing", "Grace Hopper"), StatusCode.PENDING_APPROVAL);
        browser.signIn(backstage.approverOf(program));
        browser.open("/approvals");
        var keys = new Keyboard(browser);

        keys.press("j");
        assertThat(keys.here()).isEqualTo("Ada Lovelace");
        keys.press("a");
        assertThat(keys.here()).isEqualTo("Approve Ada Lovelace");
        keys.leave(Keys.ENTER);
        assertThat(Page.headed(browser, "Approvals").said()).isEqualTo("Ada Lovelace is now Registered.");
        assertThat(names(browser)).containsExactly("Alan Turing", "Grace Hopper");

        keys.press("j").leave(Keys.ENTER);
        Page.headed(browser, "Alan Turing");
        keys.press("r");
        assertThat(keys.here()).isEqualTo("Reason");
        keys.press("A comp");
        keys.to("Reject Alan Turing").leave(Keys.ENTER);
        assertThat(Page.headed(browser, "Grace Hopper").said()).isEqualTo("Alan Turing is now Rejected.");

        keys.press("l");
        assertThat(keys.here()).isEqualTo("For");
        keys.to("Ask later Grace Hopper").leave(Keys.ENTER);
        assertThat(Page.headed(browser, "Approvals").said()).isEqualTo("Grace Hopper was put off.");
        assertThat(names(browser)).isEmpty();
    }

    @Test
    void needNoScripts(Browser browser) {
        browser.withoutScripts();
        var program = program();
        backstage.members(program, List.of("Ada Lovelace", "Alan Turing", "Grace Hopper"), StatusCode.PENDING_APPROVAL);
        browser.signIn(backstage.approverOf(program));
        browser.open("/approvals");
        var page = Page.headed(browser, "Approvals");

        page.press("Approve Ada Lovelace");
        page.follow("Reject Alan Turing");
        var alan = Page.headed(browser, "Alan Turing");
        alan.press("Reject Alan Turing");
        assertThat(alan.problems()).containsExactly("Give a reason: choose one, or write your own.");
        alan.fill("In your own words", "too far away");
        alan.press("Reject Alan Turing");
        assertThat(Page.headed(browser, "Grace Hopper").said()).isEqualTo("Alan Turing is now Rejected.");

        browser.open("/approvals");
        browser.driver().findElement(By.cssSelector("input[data-select-row]")).click();
        Page.headed(browser, "Approvals").press("Decide on the ticked");
        var bulk = Page.headed(browser, "Decide on several");
        assertThat(bulk.root().findElement(By.id("tally")).getText()).isEqualTo("1 would go to the waitlist");
        bulk.press("Approve 1 person");
        Page.headed(browser, "Approvals");
        assertThat(names(browser)).isEmpty();
    }
}
