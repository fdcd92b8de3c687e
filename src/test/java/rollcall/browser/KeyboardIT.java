package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

/** The work of a day without a mouse. */
@InBrowser
class KeyboardIT {

    @Autowired
    Backstage backstage;

    @Test
    void isEnoughToSignInChangeSomebodyChangeThreeAndSignOut(Browser browser) {
        var program = backstage.program("Spring launch");
        var names = List.of("Ada Lovelace", "Alan Turing", "Grace Hopper", "Mary Shelley");
        backstage.members(program, names, StatusCode.INVITED);
        backstage.member(program, "Kurt Gödel", StatusCode.ATTENDED);
        var manager = backstage.withPassword(backstage.managerOf(program));
        var keys = new Keyboard(browser);

        browser.open("/login");
        browser.eventually(() -> assertThat(keys.here()).isEqualTo("E-mail address"));
        keys.press(manager.email(), Keys.TAB, Backstage.PASSWORD).leave(Keys.ENTER);
        keys.to(program.name()).leave(Keys.ENTER);
        keys.to("Members").leave(Keys.ENTER);

        var list = new MemberList(browser);
        keys.to("Invited 4").press(Keys.SPACE);
        browser.eventually(() -> assertThat(list.names()).hasSize(4));
        assertThat(keys.here()).isEqualTo("Invited 4");

        var row = list.row("Mary Shelley");
        keys.to("Change Mary Shelley").press(Keys.ENTER);
        browser.eventually(() -> assertThat(keys.here()).isEqualTo("Pending Approval"));
        keys.press(Keys.ARROW_DOWN);
        assertThat(keys.here()).isEqualTo("Rejected");
        keys.to("Status reason (required for Rejected)").press("not a customer", Keys.ENTER);
        browser.eventually(() -> assertThat(row.status()).isEqualTo("REJECTED"));
        browser.eventually(() -> assertThat(keys.here()).isEqualTo("Change Mary Shelley"));

        browser.open(browser.path());
        for (var name : names.subList(0, 3)) {
            keys.to("Tick " + name).press(Keys.SPACE);
        }
        keys.to("New status").press("Regist");
        keys.to("Change 3 ticked").leave(Keys.ENTER);
        keys.to("Change 3 members to Registered").leave(Keys.ENTER);
        assertThat(new BulkPage(browser).tally()).containsExactly("3 are now Registered");

        keys.to("Account: Grace Hopper").press(Keys.ENTER);
        keys.to("Sign out").leave(Keys.ENTER);
        new SignInPage(browser);
    }

    @Test
    void goesStraightToTheContent(Browser browser) {
        browser.open("/help");
        var keys = new Keyboard(browser);

        keys.press(Keys.TAB);
        assertThat(keys.here()).isEqualTo("Skip to content");
        keys.press(Keys.ENTER);

        assertThat(browser.path()).isEqualTo("/help#main");
    }

    @Test
    void hasShortcutsInAList(Browser browser) {
        var program = backstage.program("Spring launch");
        backstage.members(program, List.of("Ada Lovelace", "Alan Turing"), StatusCode.INVITED);
        browser.signIn(backstage.managerOf(program));
        var list = MemberList.open(browser, program);
        var keys = new Keyboard(browser);

        keys.press("jj");
        assertThat(keys.here()).isEqualTo("Alan Turing");
        keys.press("k", "x");
        assertThat(list.ticked()).containsExactly("Ada Lovelace");
        keys.press("/", "jxk");
        assertThat(list.field("Search name, e-mail or company").getDomProperty("value"))
                .isEqualTo("jxk");
    }

    @Test
    void opensAndClosesHelp(Browser browser) {
        browser.signIn(backstage.administrator());
        browser.open("/programs");
        var keys = new Keyboard(browser);

        keys.to("Help").press(Keys.ENTER);
        browser.eventually(() -> assertThat(keys.here()).isEqualTo("Close"));
        keys.press(Keys.ESCAPE);

        assertThat(keys.here()).isEqualTo("Help");
        assertThat(browser.path()).isEqualTo("/programs");
    }
}
