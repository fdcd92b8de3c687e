package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

@InBrowser
class CorrectionIT {

    @Autowired
    Backstage backstage;

    Program program;
    long ada;

    @BeforeEach
    void somebodyWhoWasTakenForAttended(Browser browser) {
        program = backstage.program("Spring launch");
        ada = backstage.member(program, "Ada Lovelace", StatusCode.REGISTERED);
        var manager = backstage.managerOf(program);
        backstage.change(program, ada, StatusCode.ATTENDED, manager);
        browser.signIn(manager);
    }

    @Test
    void goesFromTheMistakeOverWhatItComesToBackToTheMember(Browser browser) {
        correct(browser);
    }

    @Test
    void worksWithoutScripts(Browser browser) {
        browser.withoutScripts();
        correct(browser);
    }

    private void correct(Browser browser) {
        MemberPage.open(browser, program, ada, "Ada Lovelace").follow("Correct a mistake");
        var page = Page.headed(browser, "Correct a mistake: Ada Lovelace");
        assertThat(page.mainText()).contains("The success date is removed.", "Correct to Registered");
        page.pick("Invited");
        page.press("Preview");
        browser.eventually(() -> assertThat(page.mainText()).contains("Correct to Invited"));
        page.fill("Reason (required)", "it was another Ada");
        page.press("Correct to Invited");

        var member = new MemberPage(browser, "Ada Lovelace");
        assertThat(member.said()).isEqualTo("Ada Lovelace was corrected and is now Invited.");
        assertThat(member.history()).hasSize(4).first().asString().contains("Correction", "it was another Ada");
    }
}
