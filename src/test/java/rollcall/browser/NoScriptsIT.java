package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

/** The work of a day without JavaScript. */
@InBrowser
class NoScriptsIT {

    @Autowired
    Backstage backstage;

    @BeforeEach
    void withoutScripts(Browser browser) {
        browser.withoutScripts();
    }

    @Test
    void areNotNeededToSignInAndToCreateAProgram(Browser browser) {
        var somebody = backstage.withPassword(backstage.administrator());
        SignInPage.open(browser).signIn(somebody.email(), Backstage.PASSWORD);
        Page.headed(browser, "Programs").follow("New program");

        var name = backstage.unique("Plain launch");
        var form = new ProgramForm(browser);
        form.fill("Name", name);
        form.fill("Time zone", "Europe/Stockholm");
        form.starts("2027-05-04", "16:00");
        form.ends("2027-05-04", "17:00");
        form.press("Create program");

        var summary = Page.headed(browser, name);
        assertThat(summary.said()).isEqualTo("“%s” was created.".formatted(name));
        summary.signOut();
    }

    @Test
    void areNotNeededToFilterAndToChangeSomebody(Browser browser) {
        var program = backstage.program("Plain launch");
        backstage.members(program, List.of("Ada Lovelace", "Alan Turing"), StatusCode.INVITED);
        backstage.member(program, "Grace Hopper", StatusCode.REGISTERED);
        browser.signIn(backstage.managerOf(program));

        var list = MemberList.open(browser, program);
        list.pick("Invited");
        list.press("Search");
        assertThat(list.names()).containsExactly("Ada Lovelace", "Alan Turing");

        list.row("Ada Lovelace").follow("Change Ada Lovelace");
        var page = new MemberPage(browser, "Ada Lovelace");
        page.change("Rejected", "");
        assertThat(page.text()).contains("Give a reason.");
        page.change("Rejected", "a competitor");

        assertThat(page.said()).isEqualTo("Ada Lovelace is now Rejected.");
        assertThat(page.history().getFirst()).isEqualTo("Invited to Rejected | a competitor | Grace Hopper · by hand");
    }

    @Test
    void areNotNeededToApprove(Browser browser) {
        var program = backstage.program("Plain launch");
        backstage.member(program, "Ada Lovelace", StatusCode.PENDING_APPROVAL);
        browser.signIn(backstage.approverOf(program));

        var list = MemberList.open(browser, program);
        list.press("Approve Ada Lovelace");

        assertThat(list.said()).isEqualTo("Ada Lovelace is now Registered.");
        assertThat(list.row("Ada Lovelace").status()).isEqualTo("REGISTERED");
    }

    @Test
    void areNotNeededToChangeMany(Browser browser) {
        var program = backstage.program("Plain launch");
        backstage.members(program, List.of("Ada Lovelace", "Alan Turing", "Grace Hopper"), StatusCode.INVITED);
        browser.signIn(backstage.managerOf(program));

        var list = MemberList.open(browser, program);
        list.tick("Ada Lovelace");
        list.tick("Grace Hopper");
        var bulk = list.change("Change the ticked", "Registered", "");
        assertThat(bulk.tally()).containsExactly("2 will become Registered 2 Invited Registered");
        bulk.confirm("Change 2 members to Registered");

        assertThat(bulk.tally()).containsExactly("2 are now Registered");
    }

    @Test
    void areNotNeededToImport(Browser browser, @TempDir Path folder) throws IOException {
        var program = backstage.program("Plain launch");
        browser.signIn(backstage.managerOf(program));

        var pages = ImportPages.open(browser, program);
        pages.upload(Files.writeString(folder.resolve("guests.csv"), """
            E-mail;First name
            ada@plain.example.org;Ada
            nobody;Nobody
            """));
        pages.choose("Between cells", "comma ,");
        pages.press("Read it like this");
        assertThat(pages.columns().keySet()).containsExactly("E-mail;First name");
        pages.choose("Between cells", "semicolon ;");
        pages.press("Read it like this");
        assertThat(pages.columns()).isEqualTo(Map.of("E-mail", "E-mail", "First name", "First name"));
        pages.press("Check all rows");
        assertThat(pages.rows()).containsExactly("3 | nobody | Nobody | “nobody” is not an e-mail address.");
        pages.press("Import 1 member");
        pages.finishByHand();

        pages.follow("See the members");
        assertThat(new MemberList(browser).names()).containsExactly("Ada");
    }
}
