package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

@InBrowser
class ExportIT {

    @Autowired
    Backstage backstage;

    @Test
    void handsOutExactlyTheListThatIsShown(Browser browser) {
        var program = backstage.program("Spring launch");
        backstage.member(program, "Ada Lovelace", StatusCode.INVITED);
        backstage.member(program, "=cmd Turing", StatusCode.INVITED);
        backstage.member(program, "Grace Hopper", StatusCode.REGISTERED);
        browser.signIn(backstage.viewerOf(program));

        var list = MemberList.open(browser, program, "?status=INVITED");
        assertThat(list.names()).containsExactly("Ada Lovelace", "=cmd Turing");
        var lines = browser.download(list.link("Export as CSV")).lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("""
            \uFEFF"E-mail","First name","Last name","Company",\
            """);
        assertThat(lines.get(1)).contains("""
            @example.org","Ada","Lovelace","Lovelace Ltd",\
            """, """
            ,"Invited","as agreed","2026-03-02T10:00:00+01:00",\
            """);
        assertThat(lines.get(2)).contains("""
            @example.org","'=cmd","Turing","Turing Ltd",\
            """);
    }
}
