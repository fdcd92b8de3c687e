package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

@InBrowser
class BulkIT {

    @Autowired
    Backstage backstage;

    @Test
    void changesTheTickedAfterAPreview(Browser browser) {
        var program = backstage.program("Spring launch");
        var ada = backstage.member(program, "Ada Lovelace", StatusCode.INVITED);
        backstage.member(program, "Alan Turing", StatusCode.REGISTERED);
        backstage.member(program, "Grace Hopper", StatusCode.ATTENDED);
        backstage.member(program, "Mary Shelley", StatusCode.INVITED);
        browser.signIn(backstage.managerOf(program));

        var list = MemberList.open(browser, program);
        List.of("Ada Lovelace", "Alan Turing", "Grace Hopper").forEach(list::tick);
        var bulk = list.change("Change 3 ticked", "Registered", "sent a fax");

        assertThat(bulk.text()).contains("For the 3 members you ticked.");
        assertThat(bulk.tally())
                .containsExactly(
                        "1 will become Registered 1 Invited Registered",
                        "1 already Registered",
                        "1 already past Registered Grace Hopper (Attended)");
        bulk.confirm("Change 1 member to Registered");
        assertThat(bulk.tally())
                .containsExactly(
                        "1 is now Registered",
                        "1 had the status already Alan Turing (Registered)",
                        "1 not changed: already past it Grace Hopper (Attended)");
        assertThat(MemberPage.open(browser, program, ada, "Ada Lovelace").history())
                .startsWith("Invited to Registered | sent a fax | Grace Hopper · by hand");
    }

    @Test
    void ticksARangeWithShift(Browser browser) {
        var program = backstage.program("Spring launch");
        backstage.members(program, "Member", 5, StatusCode.INVITED);
        browser.signIn(backstage.managerOf(program));
        var list = MemberList.open(browser, program);

        list.tick("Member 002");
        new Actions(browser.driver())
                .keyDown(Keys.SHIFT)
                .click(list.field("Tick Member 004"))
                .keyUp(Keys.SHIFT)
                .perform();

        assertThat(list.ticked()).containsExactly("Member 002", "Member 003", "Member 004");
        assertThat(list.offers("Change 3 ticked")).isTrue();
    }

    @Test
    void ticksThePage(Browser browser) {
        var program = backstage.program("Spring launch");
        backstage.members(program, "Member", 3, StatusCode.INVITED);
        browser.signIn(backstage.managerOf(program));
        var list = MemberList.open(browser, program);

        list.field("Tick everybody on this page").click();

        assertThat(list.ticked()).containsExactly("Member 001", "Member 002", "Member 003");
    }

    @Test
    void changesAllThatMatchOnEveryPageOfTheList(Browser browser) {
        var program = programOf60();
        browser.signIn(backstage.managerOf(program));

        var bulk = MemberList.open(browser, program, "?status=INVITED")
                .change("Change all 55 that match", "Registered", "");
        assertThat(bulk.text()).contains("For all members that match the filter, on every page of the list.");
        assertThat(bulk.tally()).containsExactly("55 will become Registered 55 Invited Registered");
        bulk.confirm("Change 55 members to Registered");

        assertThat(bulk.tally()).containsExactly("55 are now Registered");
        assertThat(MemberList.open(browser, program, "?status=REGISTERED").count())
                .isEqualTo("55 members match");
    }

    private Program programOf60() {
        var program = backstage.program("Big launch");
        backstage.members(program, "Member", 55, StatusCode.INVITED);
        backstage.members(program, "Guest", 5, StatusCode.PENDING_APPROVAL);
        return program;
    }

    @Test
    void changesManyAsAJob(Browser browser) {
        var program = backstage.program("Huge launch");
        backstage.members(program, "Member", 1_000, StatusCode.INVITED);
        backstage.members(program, "Guest", 200, StatusCode.INVITED);
        browser.signIn(backstage.managerOf(program));

        var bulk = MemberList.open(browser, program).change("Change all 1,200 members", "Registered", "");
        bulk.press("Change 1,200 members to Registered");
        var job = Page.headed(browser, "Status change for many members");
        browser.until(() -> job.offers("See the outcome"));
        assertThat(job.text()).contains("Done").contains("1,200 of 1,200");
        job.follow("See the outcome");

        assertThat(new BulkPage(browser).tally()).containsExactly("1,200 are now Registered");
    }
}
