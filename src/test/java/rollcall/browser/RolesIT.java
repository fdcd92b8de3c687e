package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

@InBrowser
class RolesIT {

    @Autowired
    Backstage backstage;

    Program program;
    long ada;

    @BeforeEach
    void onePendingAndOneInvited() {
        program = backstage.program("Spring launch");
        ada = backstage.member(program, "Ada Lovelace", StatusCode.PENDING_APPROVAL);
        backstage.member(program, "Grace Hopper", StatusCode.INVITED);
    }

    @Test
    void showAViewerEverythingAndOfferNothing(Browser browser) {
        browser.signIn(backstage.viewerOf(program));

        var list = MemberList.open(browser, program);
        assertThat(list.names()).containsExactlyInAnyOrder("Ada Lovelace", "Grace Hopper");
        assertThat(list.tabs()).containsExactly("Summary", "Members", "Campaigns", "Waitlist");
        assertThat(controlsOf(list))
                .containsExactly("Search", "Views", "Columns", "Save as a view", "Export as CSV", "Other file …");
        assertThat(list.row("Ada Lovelace").controls()).containsExactly("Ada Lovelace");

        var page = MemberPage.open(browser, program, ada, "Ada Lovelace");
        assertThat(page.offers("Edit details")).isFalse();
        assertThat(page.offers("Change status Ada Lovelace")).isFalse();
    }

    /** Those outside of the table and of the frame. */
    private static List<String> controlsOf(MemberList list) {
        return list.root().findElements(By.cssSelector("main :is(button, .btn):not(table *)")).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void letAnApproverDecideOnPendingPeopleOnly(Browser browser) {
        browser.signIn(backstage.approverOf(program));
        var list = MemberList.open(browser, program);

        assertThat(list.row("Grace Hopper").controls()).containsExactly("Grace Hopper");
        assertThat(list.row("Ada Lovelace").controls())
                .containsExactly("Ada Lovelace", "Approve Ada Lovelace", "Reject Ada Lovelace");

        list.row("Ada Lovelace").approve();
        assertThat(list.said()).isEqualTo("Ada Lovelace is now Registered.");
        assertThat(list.row("Ada Lovelace").controls()).containsExactly("Ada Lovelace");
    }

    @Test
    void letAnApproverRejectWithAReason(Browser browser) {
        browser.signIn(backstage.approverOf(program));
        var list = MemberList.open(browser, program);
        var row = list.row("Ada Lovelace");

        row.openReject();
        row.fill("Status reason", "not a customer");
        row.submit();

        assertThat(list.said()).isEqualTo("Ada Lovelace is now Rejected.");
        assertThat(row.status()).isEqualTo("REJECTED");
    }

    @Test
    void hideAForeignProgramAsIfThereWereNone(Browser browser) {
        var foreign = backstage.program("Secret launch");
        browser.signIn(backstage.viewerOf(program));

        browser.open("/programs/%d/members".formatted(foreign.key()));
        var ofAForeignOne = Page.headed(browser, "There is nothing here").mainText();
        browser.open("/programs/987654321/members");

        assertThat(Page.headed(browser, "There is nothing here").mainText()).isEqualTo(ofAForeignOne);
        browser.open("/programs");
        assertThat(Page.headed(browser, "Programs").text())
                .contains(program.name())
                .doesNotContain(foreign.name());
    }

    @Test
    void keepAManagerOutOfTheUsers(Browser browser) {
        browser.signIn(backstage.managerOf(program));

        browser.open("/admin/users");

        Page.headed(browser, "You may not do this");
    }
}
