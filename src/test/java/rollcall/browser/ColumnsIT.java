package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.account.Account;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

@InBrowser
class ColumnsIT {

    @Autowired
    Backstage backstage;

    Program program;
    Account manager;

    @BeforeEach
    void threeMembers() {
        program = backstage.program("Spring launch");
        backstage.member(program, "Ada Lovelace", StatusCode.PENDING_APPROVAL);
        backstage.member(program, "Linus Berg", StatusCode.PENDING_APPROVAL);
        backstage.member(program, "Grace Hopper", StatusCode.REGISTERED);
        manager = backstage.managerOf(program);
    }

    private static MemberList choose(Browser browser, MemberList list, String... columns) {
        list.open("Columns");
        var menu = list.columnsMenu();
        for (var column : columns) {
            menu.pick(column);
        }
        menu.press("Show these");
        return new MemberList(browser);
    }

    @Test
    void areChosenKeptAndReset(Browser browser) {
        browser.signIn(manager);
        var list = choose(browser, MemberList.open(browser, program), "Company", "Came in through");
        var chosen = List.of(
                "Name", "E-mail", "Status", "Status reason", "Membership date", "Last change", "Came in through");
        assertThat(list.columns()).isEqualTo(chosen);
        assertThat(list.said()).isEqualTo("The list shows these columns to you from now on.");
        assertThat(browser.path()).contains("column=SOURCE").doesNotContain("COMPANY");

        assertThat(MemberList.open(browser, program).columns()).isEqualTo(chosen);
        list.open("Columns");
        list.columnsMenu().press("Reset to standard");
        assertThat(new MemberList(browser).columns()).contains("Company").doesNotContain("Came in through");
    }

    /** The menu outlives what htmx swaps, and leads back to the list as it is by then. */
    @Test
    void stayWhileTheListIsFilteredSortedAndARowIsChanged(Browser browser) {
        browser.signIn(manager);
        var list = MemberList.open(browser, program, "?column=COUNTRY&column=EMAIL");
        list.pick("Pending Approval");
        browser.eventually(() -> assertThat(list.names()).containsExactly("Linus Berg", "Ada Lovelace"));
        list.link("E-mail").click();
        browser.eventually(() -> assertThat(list.sorted()).containsExactly("E-mail: ascending"));
        assertThat(list.columns()).containsExactly("Name", "E-mail", "Country", "Status");
        list.row("Ada Lovelace").approve();
        browser.eventually(() -> assertThat(list.row("Ada Lovelace").status()).isEqualTo("REGISTERED"));
        assertThat(list.row("Ada Lovelace").columns()).isEqualTo(4);

        var wider = choose(browser, list, "Language");
        assertThat(wider.columns()).containsExactly("Name", "E-mail", "Country", "Language", "Status");
        assertThat(browser.path())
                .isEqualTo(
                        "/programs/%d/members?status=PENDING_APPROVAL&sort=email&column=EMAIL&column=COUNTRY&column=LANGUAGE"
                                .formatted(program.key()));
    }

    @Test
    void areChosenWithKeysAlone(Browser browser) {
        browser.signIn(manager);
        var list = MemberList.open(browser, program);
        var summary = list.root().findElement(By.cssSelector("#choose-columns > summary"));
        summary.sendKeys(Keys.ENTER);
        list.columnsMenu().field("Country").sendKeys(Keys.SPACE);
        list.columnsMenu().field("Country").sendKeys(Keys.ESCAPE);
        assertThat(list.focused().getText()).isEqualTo("Columns");
        summary.sendKeys(Keys.ENTER);
        browser.leave(() -> list.columnsMenu().button("Show these").sendKeys(Keys.ENTER));
        assertThat(new MemberList(browser).columns()).contains("Country");
    }

    @Test
    void needNoScripts(Browser browser) {
        browser.withoutScripts();
        browser.signIn(manager);
        var list = choose(browser, MemberList.open(browser, program), "Country", "Company");
        assertThat(list.columns()).contains("Country").doesNotContain("Company");
        list.pick("Registered");
        list.press("Search");
        assertThat(list.names()).containsExactly("Grace Hopper");
        assertThat(list.columns()).contains("Country").doesNotContain("Company");
        assertThat(browser.path()).contains("column=COUNTRY");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 1280})
    void neverMakeThePageWider(int width, Browser browser) {
        browser.width(width);
        browser.signIn(manager);
        var list = MemberList.open(
                browser,
                program,
                "?column=STANDARD&column=SOURCE&column=DELIVERY&column=PHONE"
                    + "&column=COUNTRY&column=ZONE&column=LANGUAGE&column=LIVE_MINUTES&column=SUCCESS&column=PRIORITY");
        assertThat(browser.widerThan(width)).isEmpty();
        assertThat(list.scrollsSideways()).isEqualTo(width == 1280);
        list.open("Columns");
        assertThat(browser.widerThan(width)).isEmpty();
    }
}
