package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.account.Account;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

@InBrowser
class SingleChangeIT {

    @Autowired
    Backstage backstage;

    Program program;
    long ada;
    Account manager;

    @BeforeEach
    void oneMember(Browser browser) {
        program = backstage.program("Spring launch");
        ada = backstage.member(program, "Ada Lovelace", StatusCode.INVITED);
        manager = backstage.managerOf(program);
        browser.signIn(manager);
    }

    @Test
    void swapsTheRowAndSaysSoAndKeepsTheReadersPlace(Browser browser) {
        var list = MemberList.open(browser, program);
        var row = list.row("Ada Lovelace");

        row.openChange();
        row.change("Registered", "called in");

        assertThat(list.said()).isEqualTo("Ada Lovelace is now Registered.");
        assertThat(row.status()).isEqualTo("REGISTERED");
        assertThat(row.cells()).contains("called in");
        browser.eventually(() -> assertThat(list.focused().getAccessibleName()).isEqualTo("Change Ada Lovelace"));
        assertThat(browser.path()).isEqualTo("/programs/%d/members".formatted(program.key()));
    }

    @Test
    void offersOnlyWhatTheRuleAllowsAndSaysWhyNotTheRest(Browser browser) {
        backstage.member(program, "Grace Hopper", StatusCode.REGISTERED);
        var row = MemberList.open(browser, program).row("Grace Hopper");

        row.openChange();

        assertThat(row.choices())
                .containsExactly("Registration Error", "No Show", "Attended On-demand", "Attended", "Not in Program");
        assertThat(row.text()).contains("members only move forward");
    }

    @Test
    void wantsAReasonForRejected(Browser browser) {
        var list = MemberList.open(browser, program);
        var row = list.row("Ada Lovelace");

        row.openChange();
        row.change("Rejected", "");
        assertThat(list.warned())
                .isEqualTo("Ada Lovelace stays Invited: Rejected requires a reason. Nothing was changed.");
        assertThat(row.text()).contains("Give a reason.");
        browser.eventually(() -> assertThat(list.focused().getAccessibleName()).startsWith("Status reason"));
        assertThat(row.status()).isEqualTo("INVITED");

        row.fill("Status reason", "a competitor");
        row.submit();
        assertThat(list.said()).isEqualTo("Ada Lovelace is now Rejected.");
        assertThat(row.status()).isEqualTo("REJECTED");
    }

    @Test
    void refusesWhatWasDecidedOnAnOldPage(Browser browser) {
        var list = MemberList.open(browser, program);
        var row = list.row("Ada Lovelace");
        row.openChange();

        backstage.change(program, ada, StatusCode.ATTENDED, backstage.administrator());
        row.change("Registered", "");

        assertThat(list.warned())
                .startsWith("Ada Lovelace was changed meanwhile by Hedy Lamarr to Attended")
                .endsWith("Nothing was changed to Registered; look again and decide.");
        assertThat(row.status()).isEqualTo("ATTENDED");
        assertThat(row.choices()).containsExactly("Not in Program");
    }

    @Test
    void marksWhoNoLongerMatchesTheList(Browser browser) {
        var list = MemberList.open(browser, program, "?status=INVITED");
        var row = list.row("Ada Lovelace");

        row.openChange();
        row.change("Registered", "");

        assertThat(list.said()).isEqualTo("Ada Lovelace is now Registered.");
        assertThat(row.cells()).contains("no longer matches this list");
    }

    @Test
    void showsTheMembersHistoryOnTheirPage(Browser browser) {
        var page = MemberPage.open(browser, program, ada, "Ada Lovelace");

        page.change("Registered", "called in");

        assertThat(page.said()).isEqualTo("Ada Lovelace is now Registered.");
        assertThat(page.status()).isEqualTo("Registered");
        assertThat(page.history())
                .containsExactly(
                        "Invited to Registered | called in | Grace Hopper · by hand",
                        "Invited | as agreed | Rollcall · by hand");
    }

    @Test
    void refusesOnTheMembersPageWhatWasDecidedOnAnOldOne(Browser browser) {
        var page = MemberPage.open(browser, program, ada, "Ada Lovelace");

        backstage.change(program, ada, StatusCode.ATTENDED, backstage.administrator());
        page.change("Registered", "");

        assertThat(page.warned()).startsWith("Ada Lovelace was changed meanwhile by Hedy Lamarr to Attended");
        assertThat(page.status()).isEqualTo("Attended");
    }
}
