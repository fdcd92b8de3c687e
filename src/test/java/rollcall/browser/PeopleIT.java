package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

@InBrowser
class PeopleIT {

    @Autowired
    Backstage backstage;

    Program program;
    String name;

    @BeforeEach
    void oneMember() {
        program = backstage.program("Spring launch");
        name = "Ada " + backstage.unique("Lovelace").replace(' ', '-');
        backstage.member(program, name, StatusCode.REGISTERED);
    }

    private static void search(Browser browser, String text) {
        var page = new Page(browser);
        page.fill("Search name, e-mail or company", text);
        page.press("Search");
    }

    @Test
    void leadFromASearchToAPersonAndToOneRecordOfTwo(Browser browser) {
        var other = "Augusta " + name.split(" ")[1];
        backstage.member(program, other, StatusCode.INVITED);
        browser.signIn(backstage.administrator());
        browser.open("/programs");
        new Page(browser).follow("People");
        search(browser, name.split(" ")[1]);
        new Page(browser).follow(name);

        var person = Page.headed(browser, name);
        assertThat(person.mainText()).contains(program.name(), "Registered");
        assertThat(browser.download(person.link("Download JSON"))).contains("\"complete\" : true");

        person.follow("Merge with another record");
        search(browser, other);
        var found = new Page(browser);
        found.root().findElements(By.cssSelector("table.people a")).getFirst().click();
        var compare = Page.headed(browser, "Merge %s with another record".formatted(name));
        browser.until(() -> compare.offers("Merge the two records"));
        compare.press("Merge the two records");

        var merged = Page.headed(browser, name);
        assertThat(merged.said()).isEqualTo("The records were merged into %s.".formatted(name));
        assertThat(merged.mainText()).contains("Earlier addresses", "merged record");
    }

    @Test
    void areErasedWithoutAMouse(Browser browser) {
        browser.signIn(backstage.administrator());
        browser.open("/people?q=" + name.split(" ")[1]);
        var email = browser.driver()
                .findElement(By.cssSelector("table.people td bdi"))
                .getText();
        var keys = new Keyboard(browser);
        keys.to(name).leave(Keys.ENTER);
        keys.to("Erase the person").leave(Keys.ENTER);
        keys.to("E-mail").press(email).to("Erase for good").leave(Keys.ENTER);

        var page = new Page(browser);
        browser.eventually(() -> assertThat(page.heading()).startsWith("Erased person "));
        assertThat(page.said()).isEqualTo("The person was erased.");
        assertThat(page.mainText()).doesNotContain(name.split(" ")[1], email);
    }
}
