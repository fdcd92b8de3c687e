package rollcall.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.program.StatusCode;
import rollcall.testing.Browser;
import rollcall.testing.InBrowser;

@InBrowser
class ImportIT {

    private static final String GUESTS = """
        E-mail,First name,Surname,Company,Status,Note
        ada@guests.example.org,Ada,Lovelace,Analytical Engines,Registered,
        grace.guests.example.org,Grace,Hopper,Compilers Inc.,Invited,
        ,Nobody,Known,,Invited,
        mary@guests.example.org,Mary,Shelley,,Rejected,
        Ada@guests.example.org,Ada,King,,Invited,
        alan@guests.example.org,Alan,Turing,,Enrolled,
        kurt@guests.example.org,Kurt,Gödel,,Rejected,a paradox
        """;

    @TempDir
    Path folder;

    @Autowired
    Backstage backstage;

    @Test
    void takesInWhatIsRightAndHandsBackWhatIsNot(Browser browser) throws IOException {
        var program = backstage.program("Spring launch");
        backstage.member(program, "Emmy Noether", StatusCode.INVITED);
        browser.signIn(backstage.managerOf(program));

        var pages = ImportPages.open(browser, program);
        pages.upload(Files.writeString(folder.resolve("guests.csv"), GUESTS));
        assertThat(pages.heading()).isEqualTo("What the columns mean");
        assertThat(pages.columns())
                .isEqualTo(Map.of(
                        "E-mail", "E-mail",
                        "First name", "First name",
                        "Surname", "Last name",
                        "Company", "Company",
                        "Status", "Status",
                        "Note", "Keep as answer"));

        pages.take("Note", "Status reason");
        pages.press("Check all rows");
        assertThat(pages.heading()).isEqualTo("What would happen");
        assertThat(pages.totals()).isEqualTo(Map.of("Created", 2, "Updated", 0, "Unchanged", 0, "Refused", 5));
        assertThat(pages.rows())
                .containsExactly(
                        "3 | grace.guests.example.org | Grace Hopper | “grace.guests.example.org” is not an e-mail"
                                + " address.",
                        "4 | – | Nobody Known | There is no e-mail address.",
                        "5 | mary@guests.example.org | Mary Shelley | Rejected needs a reason.",
                        "6 | Ada@guests.example.org | Ada King | The same address stands in line 2 already.",
                        "7 | alan@guests.example.org | Alan Turing | “Enrolled” is not a status of this channel.");
        assertThat(MemberList.open(browser, program).names()).containsExactly("Emmy Noether");

        browser.driver().navigate().back();
        pages.press("Import 2 members");
        pages.finish();
        assertThat(pages.heading()).isEqualTo("What the import did");
        assertThat(pages.totals()).isEqualTo(Map.of("Created", 2, "Updated", 0, "Unchanged", 0, "Refused", 5));
        assertThat(browser.download(pages.link("Download the refused rows"))).isEqualTo("""
            \uFEFF"E-mail","First name","Surname","Company","Status","Note","Rollcall: line","Rollcall: reason"\r
            "grace.guests.example.org","Grace","Hopper","Compilers Inc.","Invited","","3",\
            "“grace.guests.example.org” is not an e-mail address."\r
            "","Nobody","Known","","Invited","","4","There is no e-mail address."\r
            "mary@guests.example.org","Mary","Shelley","","Rejected","","5","Rejected needs a reason."\r
            "Ada@guests.example.org","Ada","King","","Invited","","6",\
            "The same address stands in line 2 already."\r
            "alan@guests.example.org","Alan","Turing","","Enrolled","","7",\
            "“Enrolled” is not a status of this channel."\r
            """);

        pages.follow("See the members");
        var list = new MemberList(browser);
        assertThat(list.names()).containsExactlyInAnyOrder("Ada Lovelace", "Kurt Gödel", "Emmy Noether");
        assertThat(list.row("Kurt Gödel").cells()).contains("Rejected").contains("a paradox");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390})
    void isReadFromTopToBottomOnAPhone(int width, Browser browser) throws IOException {
        var program = backstage.program("Spring launch");
        browser.signIn(backstage.managerOf(program));
        browser.width(width);

        var pages = ImportPages.open(browser, program);
        pages.upload(Files.writeString(folder.resolve("guests.csv"), GUESTS));
        pages.take("Note", "Status reason");
        pages.press("Check all rows");
        assertThat(pages.scrollsSideways()).as("why rows are refused").isFalse();
        browser.open(browser.path() + "?show=CREATED");
        browser.eventually(
                () -> assertThat(pages.rows()).contains("2 | ada@guests.example.org | Ada Lovelace | Registered | "));
        assertThat(pages.scrollsSideways()).as("from and to").isFalse();
        pages.press("Import 2 members");
        pages.finish();
        assertThat(pages.scrollsSideways()).as("what was refused").isFalse();
        pages.follow("Who was changed");
        assertThat(pages.scrollsSideways()).as("who was changed").isFalse();
        assertThat(browser.widerThan(width)).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFileThatItCannotRead(Browser browser) throws IOException {
        var program = backstage.program("Spring launch");
        browser.signIn(backstage.managerOf(program));

        var pages = ImportPages.open(browser, program);
        pages.upload(Files.writeString(folder.resolve("headings.csv"), "E-mail,Name\n"));

        assertThat(pages.problems()).containsExactly("The file has headings but no rows.");
    }
}
