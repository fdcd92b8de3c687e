package rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.desk.PeopleDesk.named;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriUtils;
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;

/** The names of each test's people begin with a word of their own, by which it finds them among those of others. */
abstract class PeoplePagesTests {

    @Autowired
    PeopleDesk desk;

    @Autowired
    MembersFixture fixture;

    String word;
    Program a;
    Program b;

    @BeforeEach
    void begin() {
        word = PeopleDesk.word();
        a = fixture.program(null);
        b = fixture.program(null);
    }

    List<String> names(Document page) {
        return page.select("table.people tbody th").eachText().stream()
                .map(name -> name.replace(word, "").strip().replaceAll(" +", " "))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "'',          'Ada Lovelace, Ida Lövgren'",
        "' lov',      'Ada Lovelace, Ida Lövgren'",
        "' löVG',     Ida Lövgren",
        "' ada',      ''",
        "ada.lovelace, ''",
    })
    void findsANameByItsBeginningWhateverItsCaseAndAccents(String typed, String found) {
        desk.person(named("Ada " + word + " Lovelace", "Acme"));
        desk.person(named("Ida " + word + " Lövgren", "Acme"));
        var page = desk.page(SignedIn.viewer(), "/people?q=" + encoded(word + typed));
        assertThat(String.join(", ", names(page))).isEqualTo(found);
    }

    @Test
    void findsByFirstNameAddressAndCompany() {
        var details = named(word + " Lovelace", word + "corp Ltd");
        desk.person(details);
        for (var typed : List.of(word + " love", details.email().substring(0, 12), word + "corp")) {
            assertThat(names(desk.page(SignedIn.viewer(), "/people?q=" + encoded(typed))))
                    .as(typed)
                    .containsExactly("Lovelace");
        }
    }

    @Test
    void showsOnlyThoseOfProgramsThatTheAskerMaySee() {
        var ada = desk.person(named("Ada " + word, "Acme"));
        var bob = desk.person(named("Bob " + word, "Acme"));
        desk.join(a, ada, INVITED);
        desk.join(b, ada, INVITED);
        desk.join(b, bob, INVITED);

        var ofA = desk.page(SignedIn.viewerOf(a.key()), "/people?q=" + word);
        assertThat(names(ofA)).containsExactly("Ada");
        assertThat(ofA.select("table.people td.num").eachText()).containsExactly("1");
        assertThat(names(desk.page(SignedIn.viewerOf(b.key()), "/people?q=" + word)))
                .containsExactly("Ada", "Bob");
        assertThat(names(desk.page(SignedIn.viewer(), "/people?q=" + word))).containsExactly("Ada", "Bob");
    }

    @Test
    void hidesAPersonWhoIsOnlyElsewhereExactlyAsNobody() {
        var bob = desk.person(named("Bob " + word, "Acme"));
        desk.join(b, bob, INVITED);
        var viewer = SignedIn.viewerOf(a.key());
        var hidden = desk.get(viewer, "/people/" + bob);
        var nobody = desk.get(viewer, "/people/999999999");
        assertThat(hidden).hasStatus(404);
        assertThat(nobody).hasStatus(404);
        assertThat(main(hidden)).isEqualTo(main(nobody));
        assertThat(desk.get(SignedIn.viewer(), "/people/" + bob)).hasStatusOk();
    }

    private static String main(MvcTestResult answer) {
        return Jsoup.parse(PeopleDesk.text(answer))
                .select("main h1, main > div > p:not(.request-id)")
                .text();
    }

    @Test
    void tellsOfAPersonWhatHappenedInTheProgramsThatTheAskerMaySee() {
        var ada = desk.person(named("Ada " + word, "Acme"));
        desk.join(a, ada, INVITED);
        desk.join(a, ada, REGISTERED);
        desk.join(b, ada, ATTENDED);

        var all = desk.page(SignedIn.viewer(), "/people/" + ada);
        assertThat(all.expectFirst("h1").text()).isEqualTo("Ada " + word);
        assertThat(all.select(".others li").eachAttr("data-status"))
                .containsExactlyInAnyOrder("REGISTERED", "ATTENDED");
        assertThat(all.select(".timeline li").eachAttr("data-status"))
                .containsExactlyInAnyOrder("INVITED", "REGISTERED", "ATTENDED");

        var ofA = desk.page(SignedIn.viewerOf(a.key()), "/people/" + ada);
        assertThat(ofA.select(".others li").eachAttr("data-status")).containsExactly("REGISTERED");
        assertThat(ofA.select(".timeline li").eachAttr("data-status")).containsExactly("REGISTERED", "INVITED");
        assertThat(ofA.text()).doesNotContain("Edit details");
        assertThat(desk.page(SignedIn.managerOf(a.key()), "/people/" + ada).text())
                .contains("Edit details");
    }

    @Test
    void saysWhatWasCorrectedAndWhatThatTookBack() {
        var ada = desk.person(named("Ada " + word, "Acme"));
        desk.join(a, ada, INVITED);
        var member = desk.join(a, ada, REGISTERED);
        desk.post(
                SignedIn.manager(),
                "/programs/%d/members/%d/correction".formatted(a.key(), member),
                Map.of("status", "INVITED", "reason", "Wrong list"));

        var timeline = desk.page(SignedIn.viewer(), "/people/" + ada).select(".timeline");

        assertThat(timeline.select(".label").eachText())
                .containsExactly("Correction", "Correction", "taken back by a correction");
        assertThat(timeline.select("li[data-taken-back]").eachAttr("data-status"))
                .containsExactly("REGISTERED");
    }

    @Test
    void turnsPagesByName() {
        for (int i = 1; i <= 51; i++) {
            desk.person(named("Ada %s%02d".formatted(word, i), "Acme"));
        }
        var first = desk.page(SignedIn.viewer(), "/people?q=" + word);
        assertThat(names(first)).hasSize(50).startsWith("Ada 01").endsWith("Ada 50");
        var second =
                desk.page(SignedIn.viewer(), first.expectFirst("#pager-next").attr("href"));
        assertThat(names(second)).containsExactly("Ada 51");
        var back = desk.page(
                SignedIn.viewer(), second.expectFirst("#pager-previous").attr("href"));
        assertThat(names(back)).isEqualTo(names(first));
        assertThat(back.select("#pager-previous")).isEmpty();
    }

    @Test
    void moreRowsNeedNoMoreQueries() {
        var who = SignedIn.viewerOf(a.key());
        desk.join(a, desk.person(named("Ada " + word, "Acme")), INVITED);
        desk.get(who, "/people?q=" + word);
        var one = Queries.of(() -> desk.get(who, "/people?q=" + word));
        for (var name : List.of("Bob ", "Eve ")) {
            var id = desk.person(named(name + word, "Acme"));
            desk.join(a, id, INVITED);
            desk.join(b, id, INVITED);
        }
        var three = Queries.of(() -> desk.get(who, "/people?q=" + word));
        assertThat(three).hasSameSizeAs(one);
    }

    @Test
    void tellsWhoeverFindsNobodyWhatToDo() {
        var page = desk.page(SignedIn.viewer(), "/people?q=" + word);
        assertThat(page.select(".empty-state h2").text()).isEqualTo("Nobody matches");
        assertThat(page.select(".empty-state a").eachAttr("href")).containsExactly("/people");
        var nothing = desk.page(SignedIn.viewerOf(fixture.program(null).key()), "/people");
        assertThat(nothing.select(".empty-state h2").text()).isEqualTo("Nobody here yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%E2%80%AEx", "q=%00", "after=x"})
    void refusesAnAddressThatNoPageWrites(String query) {
        assertThat(desk.get(SignedIn.viewer(), "/people?" + query)).hasStatus(400);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
