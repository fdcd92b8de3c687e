package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

@InBrowser
class ProgramsIT {

    @Autowired
    Backstage backstage;

    @Test
    void createsAProgramOnceItsTimesExist(Browser browser) {
        var name = backstage.unique("Autumn launch");
        browser.signIn(backstage.administrator());
        browser.open("/programs");
        Page.headed(browser, "Programs").follow("New program");

        var form = new ProgramForm(browser);
        form.fill("Name", name);
        form.fill("Time zone", "Europe/Stockholm");
        form.starts("2027-03-28", "02:30");
        form.ends("2027-03-28", "04:00");
        form.fill("Seats", "120");
        form.press("Create program");

        var skipped = "The clocks in Europe/Stockholm go forward that day and skip this time."
                + " Choose 01:30 or 03:30, for example.";
        assertThat(form.title()).startsWith("Error: ");
        assertThat(form.problems()).containsExactly(skipped);
        assertThat(form.field("Name").getDomProperty("value")).isEqualTo(name);

        form.starts("2027-03-28", "03:00");
        form.press("Create program");

        var summary = Page.headed(browser, name);
        assertThat(summary.said()).isEqualTo("“%s” was created.".formatted(name));
        assertThat(summary.text()).contains("28 Mar 2027, 03:00–04:00 CEST");
    }

    @Test
    void asksWhichOfTwoTimesIsMeant(Browser browser) {
        var name = backstage.unique("Late show");
        browser.signIn(backstage.administrator());
        browser.open("/programs/new");

        var form = new ProgramForm(browser);
        form.fill("Name", name);
        form.fill("Time zone", "Europe/Stockholm");
        form.starts("2026-10-25", "02:30");
        form.ends("2026-10-25", "05:00");
        form.press("Create program");
        assertThat(form.problems()).containsExactly("Say which of the two times is meant.");

        form.pick("02:30 CET (UTC+01:00)");
        form.press("Create program");

        assertThat(Page.headed(browser, name).text()).contains("25 Oct 2026, 02:30–05:00 CET");
    }

    @Test
    void findsAProgramAndPutsItAway(Browser browser) {
        var program = backstage.program("Quiet launch");
        browser.signIn(backstage.managerOf(program));
        browser.open("/programs");

        var list = Page.headed(browser, "Programs");
        list.fill("Search programs by name", program.name());
        list.press("Search");
        list.follow(program.name());
        var summary = Page.headed(browser, program.name());
        summary.open("Event Actions");
        summary.press("Archive");

        assertThat(summary.said())
                .isEqualTo("“%s” was archived. Nothing is lost; restore it at any time.".formatted(program.name()));
        summary.open("Event Actions");
        summary.press("Restore");
        assertThat(summary.said()).isEqualTo("“%s” was restored.".formatted(program.name()));
    }
}
