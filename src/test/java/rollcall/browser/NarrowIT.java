package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

/** The work of a day on a phone. */
@InBrowser
class NarrowIT {

    @Autowired
    Backstage backstage;

    @BeforeEach
    void asWideAsAPhone(Browser browser) {
        browser.width(390);
    }

    @Test
    void isWideEnoughToSignInFilterAndChangeSomebody(Browser browser) {
        var program = backstage.program("Small launch");
        backstage.members(program, List.of("Ada Lovelace", "Alan Turing"), StatusCode.INVITED);
        backstage.member(program, "Grace Hopper", StatusCode.PENDING_APPROVAL);
        var manager = backstage.withPassword(backstage.managerOf(program));
        SignInPage.open(browser).signIn(manager.email(), Backstage.PASSWORD);
        Page.headed(browser, "Programs").follow(program.name());
        Page.headed(browser, program.name()).follow("Members");

        var list = new MemberList(browser);
        list.row("Grace Hopper").approve();
        assertThat(list.said()).isEqualTo("Grace Hopper is now Registered.");
        list.pick("Invited");
        browser.eventually(() -> assertThat(list.names()).containsExactly("Ada Lovelace", "Alan Turing"));
        var row = list.row("Alan Turing");
        row.openChange();
        row.change("Rejected", "a competitor");
        browser.eventually(() -> assertThat(list.said()).isEqualTo("Alan Turing is now Rejected."));
        list.signOut();
    }

    @Test
    void isWideEnoughToChangeMany(Browser browser) {
        var program = backstage.program("Small launch");
        backstage.members(program, List.of("Ada Lovelace", "Alan Turing", "Grace Hopper"), StatusCode.INVITED);
        browser.signIn(backstage.managerOf(program));

        var list = MemberList.open(browser, program);
        list.tick("Ada Lovelace");
        list.tick("Grace Hopper");
        var bulk = list.change("Change 2 ticked", "Registered", "");
        bulk.confirm("Change 2 members to Registered");

        assertThat(bulk.tally()).containsExactly("2 are now Registered");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 700})
    void readsEachMemberFromTopToBottom(int width, Browser browser) {
        var program = backstage.program("Small launch");
        backstage.member(program, "Ada Lovelace", StatusCode.INVITED);
        backstage.member(program, "Grace Hopper", StatusCode.PENDING_APPROVAL);
        browser.width(width);
        browser.signIn(backstage.managerOf(program));

        var list = MemberList.open(browser, program);
        assertThat(list.scrollsSideways()).isFalse();
        assertThat(list.row("Grace Hopper").tops()).doesNotHaveDuplicates().isSorted();
        assertThat(list.row("Ada Lovelace").labels())
                .containsExactly("Company", "Status reason", "Membership date", "Last change");
    }

    @Test
    void anAdministratorsWaysFitOnAHalfWideScreen(Browser browser) {
        browser.width(700);
        browser.signIn(backstage.administrator());
        browser.open("/programs");
        assertThat(browser.widerThan(700)).isEmpty();
    }
}
