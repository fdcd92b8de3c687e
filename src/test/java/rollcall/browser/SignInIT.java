package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

@InBrowser
class SignInIT {

    @Autowired
    Backstage backstage;

    @Test
    void letsInWhoKnowsThePasswordAndOutAgain(Browser browser) {
        var somebody = backstage.withPassword(backstage.administrator());

        SignInPage.open(browser).signIn(somebody.email(), Backstage.PASSWORD);
        var programs = Page.headed(browser, "Programs");
        assertThat(programs.title()).isEqualTo("Programs – Rollcall");

        programs.signOut();
        new SignInPage(browser);
        browser.open("/programs");
        assertThat(browser.path()).isEqualTo("/login?next=%2Fprograms");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfNobody(Browser browser) {
        var somebody = backstage.withPassword(backstage.administrator());
        var page = SignInPage.open(browser);

        page.signIn(somebody.email(), "correct horse battery stable");
        var ofAWrongPassword = page.text();
        page.signIn(backstage.unique("nobody").replace(' ', '-') + "@example.com", Backstage.PASSWORD);

        assertThat(ofAWrongPassword)
                .contains("The e-mail address and the password do not match.")
                .isEqualTo(page.text());
    }

    @Test
    void leadsBackToThePageThatWasAskedFor(Browser browser) {
        var program = backstage.program("Spring launch");
        var viewer = backstage.withPassword(backstage.viewerOf(program));
        var list = "/programs/%d/members?status=INVITED&q=ada".formatted(program.key());

        browser.open(list);
        new SignInPage(browser).signIn(viewer.email(), Backstage.PASSWORD);

        assertThat(browser.path()).isEqualTo(list);
    }

    @Test
    void comesBackAfterASessionThatEndedUnderAnOpenList(Browser browser) {
        var program = backstage.program("Spring launch");
        backstage.member(program, "Ada Lovelace", StatusCode.INVITED);
        var manager = backstage.withPassword(backstage.managerOf(program));
        browser.signIn(manager);
        var row = MemberList.open(browser, program, "?status=INVITED").row("Ada Lovelace");

        browser.driver().manage().deleteAllCookies();
        browser.leave(row.link("Change Ada Lovelace")::click);
        new SignInPage(browser).signIn(manager.email(), Backstage.PASSWORD);

        assertThat(browser.path()).isEqualTo("/programs/%d/members?status=INVITED".formatted(program.key()));
        assertThat(new MemberList(browser).names()).containsExactly("Ada Lovelace");
    }
}
