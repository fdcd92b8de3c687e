package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

@InBrowser
class MemberListIT {

    @Autowired
    Backstage backstage;

    @Autowired
    JdbcClient jdbc;

    Program program;

    @BeforeEach
    void threeMembers(Browser browser) {
        program = backstage.program("Spring launch");
        backstage.members(program, List.of("Ada Lovelace", "Alan Turing"), StatusCode.INVITED);
        backstage.member(program, "Grace Hopper", StatusCode.REGISTERED);
        browser.signIn(backstage.managerOf(program));
    }

    @Test
    void filtersAsOneTicksAndTypes(Browser browser) {
        var list = MemberList.open(browser, program);
        assertThat(list.names()).containsExactly("Grace Hopper", "Ada Lovelace", "Alan Turing");

        list.pick("Invited");
        browser.eventually(() -> assertThat(list.names()).containsExactly("Ada Lovelace", "Alan Turing"));
        list.search("turing");
        browser.eventually(() -> assertThat(list.names()).containsExactly("Alan Turing"));

        assertThat(list.count()).isEqualTo("1 member matches");
        assertThat(browser.path()).isEqualTo("/programs/%d/members?status=INVITED&q=turing".formatted(program.key()));
    }

    @Test
    void staysAsItIsWhenReloadedAndWhenOneGoesBack(Browser browser) {
        var list = MemberList.open(browser, program);
        list.pick("Invited");
        browser.eventually(() -> assertThat(list.names()).containsExactly("Ada Lovelace", "Alan Turing"));

        browser.leave(browser.driver().navigate()::refresh);
        assertThat(list.names()).containsExactly("Ada Lovelace", "Alan Turing");
        assertThat(list.field("Invited").isSelected()).isTrue();

        list.row("Alan Turing").follow("Alan Turing");
        Page.headed(browser, "Alan Turing");
        browser.leave(browser.driver().navigate()::back);
        assertThat(list.names()).containsExactly("Ada Lovelace", "Alan Turing");
    }

    @Test
    void goesBackThroughWhatWasFiltered(Browser browser) {
        var list = MemberList.open(browser, program);
        list.pick("Registered");
        browser.eventually(() -> assertThat(list.names()).containsExactly("Grace Hopper"));

        browser.driver().navigate().back();

        browser.eventually(
                () -> assertThat(list.names()).containsExactly("Grace Hopper", "Ada Lovelace", "Alan Turing"));
        assertThat(list.field("Registered").isSelected()).isFalse();
    }

    @Test
    void sortsAndSaysSoInTheHead(Browser browser) {
        var list = MemberList.open(browser, program);

        list.link("E-mail").click();
        browser.eventually(
                () -> assertThat(list.names()).containsExactly("Ada Lovelace", "Alan Turing", "Grace Hopper"));

        assertThat(list.sorted()).containsExactly("E-mail: ascending");
        assertThat(list.focused().getText()).isEqualTo("E-mail");
    }

    @Test
    void turnsPagesByKey(Browser browser) {
        var big = backstage.program("Big launch");
        backstage.members(big, "Member", 51, StatusCode.INVITED);
        browser.signIn(backstage.viewerOf(big));

        var list = MemberList.open(browser, big);
        assertThat(list.names()).hasSize(50).startsWith("Member 001").endsWith("Member 050");
        list.link("Next").click();
        browser.eventually(() -> assertThat(list.names()).containsExactly("Member 051"));
        list.link("Previous").click();
        browser.eventually(() -> assertThat(list.names()).hasSize(50).startsWith("Member 001"));
    }

    @ParameterizedTest
    @CsvSource({"1280, en", "1280, sv", "1440, sv"})
    void fitsOnAUsualScreenAndCutsNoAddress(int width, String language, Browser browser) {
        var full = backstage.program(Plans.limited(backstage.unique("Full"), 1));
        backstage.member(full, "Jean-Baptiste Featherstonehaugh", StatusCode.ATTENDED_ON_DEMAND);
        backstage.member(full, "Maximiliana.With.A.Long.Name Harborlight-Credit-Union", StatusCode.PENDING_APPROVAL);
        browser.width(width);
        var manager = backstage.managerOf(full);
        jdbc.sql("update account set language = :language where id = :id")
                .param("language", language)
                .param("id", manager.id())
                .update();
        browser.signIn(manager);

        var list = MemberList.open(browser, full);

        assertThat(list.scrollsSideways()).isFalse();
        assertThat(list.cut()).isEmpty();
    }
}
