package rollcall.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.member.MembersFixture;
import rollcall.testing.SignedIn;

abstract class ProgramFormPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Programs programs;

    @Autowired
    MembersFixture fixture;

    Program program;
    Map<String, String> typed;

    @BeforeEach
    void begin() {
        program = programs.create(Actor.SYSTEM, Plans.limited("Spring launch", 5));
        typed = new LinkedHashMap<>(Map.of(
                "name", "Autumn launch",
                "zone", "Europe/Stockholm",
                "startDate", "2026-09-03",
                "startTime", "16:00",
                "endDate", "2026-09-03",
                "endTime", "17:30",
                "capacity", "5",
                "waitlistOn", "true"));
    }

    MvcTestResult post(RequestPostProcessor who, String address) {
        var request = mvc.post().uri(address).with(who).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    Document page(MvcTestResult result, int status) {
        assertThat(result).hasStatus(status);
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Document get(String address) {
        return get(SignedIn.manager(), address);
    }

    Document get(RequestPostProcessor who, String address) {
        return page(mvc.get().uri(address).with(who).exchange(), 200);
    }

    Program stored() {
        return programs.get(program.key());
    }

    String address() {
        return "/programs/" + program.key();
    }

    @Test
    void aManagerOfAllProgramsCreatesOne() {
        var answer = post(SignedIn.manager(), "/programs");
        assertThat(answer).hasStatus(303);
        var made = programs.get(
                Long.parseLong(answer.getResponse().getRedirectedUrl().replace("/programs/", "")));
        assertThat(made.name()).isEqualTo("Autumn launch");
        assertThat(made.startsAt()).isEqualTo("2026-09-03T14:00:00Z");
        assertThat(made.waitlistOn()).isTrue();
    }

    @Test
    void othersMayNot() {
        assertThat(post(SignedIn.managerOf(program.key()), "/programs")).hasStatus(403);
        assertThat(mvc.get().uri("/programs/new").with(SignedIn.viewer())).hasStatus(403);
        assertThat(post(SignedIn.approver(), address())).hasStatus(403);
        var other = programs.create(Actor.SYSTEM, Plans.named("Another one"));
        assertThat(post(SignedIn.managerOf(other.key()), address())).hasStatus(404);
    }

    @Test
    void whatIsWrongStandsOnTopAndAtItsField() {
        typed.putAll(Map.of("name", "", "capacity", "lots"));
        var page = page(post(SignedIn.manager(), "/programs"), 422);
        assertThat(page.title()).isEqualTo("Error: New program – Programs – Rollcall");
        assertThat(page.select("#error-summary a").eachAttr("href")).containsExactly("#name", "#capacity");
        assertThat(page.select("#error-summary a").eachText())
                .containsExactly("Enter a name.", "Enter a whole number from 1 to 1,000,000, or leave it empty.");
        assertThat(page.select("#capacity").attr("value")).isEqualTo("lots");
        assertThat(page.select("#capacity").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#capacity").attr("aria-describedby")).isEqualTo("capacity-error capacity-hint");
        assertThat(page.select("#waitlistOn").hasAttr("checked")).isTrue();
    }

    @Test
    void aTimeThatIsShownTwiceIsAskedAbout() {
        typed.putAll(Map.of(
                "zone", "Europe/Berlin", "startDate", "2026-10-25", "startTime", "02:30", "endDate", "2026-10-26"));
        var page = page(post(SignedIn.manager(), "/programs"), 422);
        assertThat(page.select("input[name=startOffset]").eachAttr("value")).containsExactly("+02:00", "+01:00");
        assertThat(page.select("fieldset:has(#startOffset) .form-check-label").eachText())
                .containsExactly("02:30 CEST (UTC+02:00)", "02:30 CET (UTC+01:00)");

        typed.put("startOffset", "+01:00");
        assertThat(post(SignedIn.manager(), "/programs")).hasStatus(303);
    }

    @Test
    void anEditIsStored() {
        typed.put("version", String.valueOf(program.version()));
        assertThat(post(SignedIn.manager(), address())).hasStatus(303).hasRedirectedUrl(address());
        assertThat(stored().name()).isEqualTo("Autumn launch");
    }

    @Test
    void anOvertakenEditShowsTheirsBesideYours() {
        var seen = program.version();
        programs.edit(Actor.SYSTEM, program.key(), seen, Plans.limited("Summer launch", 5));
        typed.put("version", String.valueOf(seen));

        var page = page(post(SignedIn.manager(), address()), 409);
        var name = page.select("tr[data-differs]").first();
        assertThat(name.select("td").eachText()).containsExactly("Summer launch", "Autumn launch");
        assertThat(stored().name()).isEqualTo("Summer launch");

        page.select(".card-foot form input[type=hidden]")
                .forEach(field -> typed.put(field.attr("name"), field.attr("value")));
        typed.remove("_csrf");
        assertThat(post(SignedIn.manager(), address())).hasStatus(303);
        assertThat(stored().name()).isEqualTo("Autumn launch");
        assertThat(stored().waitlistOn()).isTrue();
    }

    @Test
    void fewerSeatsThanAreTakenNeedATick() {
        fixture.members(program, 4, StatusCode.REGISTERED);
        typed.putAll(Map.of("capacity", "3", "version", String.valueOf(program.version())));

        var page = page(post(SignedIn.manager(), address()), 422);
        assertThat(page.select("#error-summary a").eachText())
                .containsExactly("4 seats are taken already, and you ask for 3. Tick below that you know.");
        assertThat(stored().capacity()).isEqualTo(5);

        typed.put("lowered", "true");
        assertThat(post(SignedIn.manager(), address())).hasStatus(303);
        assertThat(stored().capacity()).isEqualTo(3);

        typed.remove("lowered");
        typed.putAll(Map.of("description", "About Java", "version", String.valueOf(stored().version())));
        assertThat(post(SignedIn.manager(), address()))
                .as("the seats are left as they are")
                .hasStatus(303);
        typed.putAll(Map.of("capacity", "2", "version", String.valueOf(stored().version())));
        assertThat(post(SignedIn.manager(), address())).hasStatus(422);
    }

    @Test
    void aCloneTakesTheSettingsAndAsksForTheDay() {
        var page = get(address() + "/clone");
        assertThat(page.select("#name").attr("value")).isEqualTo("Spring launch (copy)");
        assertThat(page.select("#startDate").attr("value")).isEmpty();
        assertThat(page.select("#startTime").attr("value")).isEqualTo("10:00");
        assertThat(page.select("#capacity").attr("value")).isEqualTo("5");

        var manager = SignedIn.managerOf(program.key());
        var answer = post(manager, address() + "/clone");
        assertThat(answer).hasStatus(303);
        assertThat(mvc.get()
                        .uri(answer.getResponse().getRedirectedUrl() + "/edit")
                        .with(manager))
                .hasStatusOk();
    }

    @Test
    void whatIsArchivedCanBeRestored() {
        typed.clear();
        assertThat(post(SignedIn.manager(), address() + "/archive")).hasStatus(303);
        assertThat(stored().archived()).isTrue();
        for (var page : List.of("", "/members", "/waitlist", "/campaigns")) {
            assertThat(get(SignedIn.viewer(), address() + page).select("#is-archived"))
                    .as(page)
                    .hasSize(1)
                    .allSatisfy(note -> assertThat(note.select("button")).isEmpty());
        }
        assertThat(get(address() + "/members").select("#is-archived form").eachAttr("action"))
                .containsExactly(address() + "/restore");
        assertThat(post(SignedIn.manager(), address() + "/restore")).hasStatus(303);
        assertThat(stored().archived()).isFalse();
        assertThat(get(address() + "/members").select("#is-archived")).isEmpty();
    }

    @Test
    void aBoxThatSaysNeitherYesNorNoIsNotTicked() {
        typed.put("version", String.valueOf(program.version()));
        typed.put("fourEyes", "perhaps");
        assertThat(post(SignedIn.manager(), address())).hasStatus(303);
        assertThat(stored().fourEyes()).isFalse();
    }

    @Test
    void nothingThatIsNotInTheFormIsTaken() {
        typed.putAll(Map.of(
                "version",
                String.valueOf(program.version()),
                "sample",
                "true",
                "archivedAt",
                "2026-01-01T00:00:00Z",
                "id",
                "1"));
        assertThat(post(SignedIn.manager(), address())).hasStatus(303);
        assertThat(stored().sample()).isFalse();
        assertThat(stored().archived()).isFalse();
    }
}
