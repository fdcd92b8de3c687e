package rollcall.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.provider.EventRef;
import rollcall.provider.RegistrantsChanged;
import rollcall.provider.WebinarEnded;
import rollcall.provider.Webinars;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

abstract class ControlPagesTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SimulatorFixture fixture;

    @Autowired
    Endings endings;

    @Autowired
    Programs programs;

    @Autowired
    Webinars webinars;

    EventRef event;
    String address;

    @BeforeEach
    void open() {
        event = fixture.event();
        address = "/admin/simulator/" + event.externalId();
        endings.heard.clear();
        endings.registrants.clear();
    }

    MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedIn.administrator()).exchange();
    }

    Document page(String path) {
        var answer = get(path);
        assertThat(answer).hasStatusOk();
        return SimulatorFixture.parsed(answer);
    }

    MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri(path).with(csrf()).with(SignedIn.administrator());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** What the next page says of it. */
    static String said(MvcTestResult answer) {
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        var flash = answer.getMvcResult().getFlashMap();
        var said = flash.containsKey("flash") ? flash.get("flash") : flash.get("problem");
        return ((rollcall.web.Flash) said).message();
    }

    void start() {
        assertThat(said(post(address + "/beginning"))).isEqualTo("simulator.started");
    }

    void end() {
        assertThat(said(post(address + "/end"))).isEqualTo("simulator.ended");
    }

    MvcTestResult act(String registrantId, String... fields) {
        return post(address + "/registrants/" + registrantId + "/acts", fields);
    }

    private static List<String> texts(Document page, String selector) {
        return page.select(selector).stream().map(Element::text).toList();
    }

    @Test
    void theListShowsEachWebinarWithWhoIsIn() {
        fixture.register(event, "ada@example.org");
        fixture.register(event, "eve+pending@example.org");
        fixture.register(event, "bob@example.org");
        start();
        act(fixture.accepted(event, "bob@example.org").registrant().registrantId(), "act", "LIVE", "minutes", "30");

        var row = page("/admin/simulator").selectFirst("tr[data-webinar-id=" + event.externalId() + "]");

        assertThat(row.attr("data-state")).isEqualTo("LIVE");
        assertThat(row.selectFirst("th a").attr("href")).isEqualTo(address);
        assertThat(row.select("td").eachText()).containsExactly("Live", "2", "1", "0");
    }

    @Test
    void theListTakesNoMoreQuestionsForMoreWebinars() {
        page("/admin/simulator");
        int one = Queries.of(() -> page("/admin/simulator")).size();
        fixture.event();
        fixture.event();
        assertThat(Queries.of(() -> page("/admin/simulator"))).hasSize(one);
    }

    @Test
    void theWebinarIsPlayedFromBeginningToEnd() {
        assertThat(texts(page(address), ".stage-actions button")).containsExactly("Start the webinar");
        assertThat(said(post(address + "/end"))).isEqualTo("simulator.not-live");
        start();
        assertThat(said(post(address + "/beginning"))).isEqualTo("simulator.started.before");
        assertThat(texts(page(address), ".stage-actions summary, .stage-actions button"))
                .containsExactly("End the webinar…", "End it now");
        end();
        assertThat(page(address).select(".stage-actions form")).isEmpty();
        assertThat(endings.heard).containsExactly(new WebinarEnded(event, TestClock.START));
        assertThat(endings.inTransaction).isTrue();
    }

    /** Where members are let in, nobody asks the simulator: it says when it begins. */
    @Test
    void whatBeginsHereBeginsForTheProgram() {
        var program = programs.require(Actor.SYSTEM, fixture.webinar(event).programId(), Act.SEE);
        webinars.choose(program, Simulator.KIND);
        assertThat(webinars.of(program.key()).orElseThrow().begunAt()).isNull();
        start();
        assertThat(webinars.of(program.key()).orElseThrow().begunAt()).isEqualTo(TestClock.START);
    }

    @Test
    void settingsAreStored() {
        var answer = post(
                address + "/settings",
                "latency",
                "250",
                "rate",
                "30",
                "capacity",
                "2",
                "lag",
                "15",
                "closed",
                "true",
                "down",
                "true",
                "cannotCancel",
                "true",
                "cannotDecide",
                "true",
                "manualApproval",
                "true",
                "waitlist",
                "true");

        assertThat(said(answer)).isEqualTo("simulator.settings.stored");
        assertThat(fixture.webinar(event).settings())
                .isEqualTo(new Settings(
                        Duration.ofMillis(250), 30, 2, true, true, true, true, true, true, Duration.ofMinutes(15)));

        assertThat(said(post(address + "/settings", "latency", "", "rate", "", "capacity", "", "lag", "")))
                .isEqualTo("simulator.settings.stored");
        assertThat(fixture.webinar(event).settings()).isEqualTo(SimulatorFixture.usual());
    }

    @Test
    void wrongSettingsComeBackAsTheyWereTyped() {
        var answer = post(
                address + "/settings",
                "latency",
                "ages",
                "rate",
                "0",
                "capacity",
                "-1",
                "lag",
                "99999",
                "closed",
                "true");

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        var page = SimulatorFixture.parsed(answer);
        assertThat(page.select(".summary a").eachAttr("href"))
                .containsExactlyInAnyOrder("#latency", "#rate", "#capacity", "#lag");
        assertThat(page.getElementById("latency").val()).isEqualTo("ages");
        assertThat(page.getElementById("latency-error").text()).isEqualTo("Enter a whole number from 0 to 60,000.");
        assertThat(page.getElementById("closed").hasAttr("checked")).isTrue();
        assertThat(fixture.webinar(event).settings()).isEqualTo(SimulatorFixture.usual());
    }

    @Test
    void oneByOneTheAudienceDoesWhatIsSaid() {
        var ada = fixture.accepted(event, "ada@example.org").registrant().registrantId();
        var eve = fixture.accepted(event, "eve@example.org").registrant().registrantId();
        var bob = fixture.accepted(event, "bob@example.org").registrant().registrantId();
        assertThat(said(act(ada, "act", "LIVE", "minutes", "30"))).isEqualTo("simulator.refused.LIVE");
        start();
        assertThat(said(act(ada, "act", "LIVE", "minutes", "30"))).isEqualTo("simulator.acted.LIVE");
        assertThat(said(act(ada, "act", "ON_DEMAND", "minutes", "10"))).isEqualTo("simulator.refused.ON_DEMAND");
        end();
        assertThat(said(act(ada, "act", "ON_DEMAND", "minutes", "10"))).isEqualTo("simulator.acted.ON_DEMAND");
        assertThat(said(act(ada, "act", "LIVE", "minutes", "45"))).isEqualTo("simulator.acted.LIVE");
        assertThat(said(act(eve, "act", "DENY", "words", "Not for students."))).isEqualTo("simulator.acted.DENY");
        assertThat(said(act(eve, "act", "LIVE", "minutes", "30"))).isEqualTo("simulator.refused.LIVE");
        assertThat(said(act(bob, "act", "CANCEL", "words", "No time."))).isEqualTo("simulator.acted.CANCEL");
        assertThat(said(act(bob, "act", "APPROVE"))).isEqualTo("simulator.refused");

        var rows = page(address).select(".audience tbody tr");
        assertThat(rows.eachAttr("data-state")).containsExactly("APPROVED", "DENIED", "CANCELLED");
        assertThat(rows.get(0).select("td").get(1).text()).isEqualTo("live 45 min on demand 10 min");
        assertThat(rows.get(1).select("td").get(0).text()).isEqualTo("Turned down Not for students.");
        assertThat(rows.get(2).select("th, td").eachText()).containsExactly(bob, "Cancelled No time.", "not seen");

        assertThat(said(act(ada, "act", "AWAY"))).isEqualTo("simulator.acted.AWAY");
        assertThat(fixture.rows("simulated_attendance", event)).isZero();
    }

    @Test
    void minutesThatAreNoneChangeNothing() {
        var ada = fixture.accepted(event, "ada@example.org").registrant().registrantId();
        start();
        for (var minutes : List.of("", "0", "-5", "1441", "many", "99999999999")) {
            assertThat(said(act(ada, "act", "LIVE", "minutes", minutes))).isEqualTo("simulator.minutes.wrong");
        }
        assertThat(fixture.rows("simulated_attendance", event)).isZero();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var elsewhere = fixture.accepted(fixture.event(), "ada@example.org")
                .registrant()
                .registrantId();
        assertThat(get("/admin/simulator/0")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/admin/simulator/abc")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("/admin/simulator/0/crowd")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(act(elsewhere, "act", "AWAY")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(act(elsewhere, "act", "DANCE")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void peopleComeWhoNeverRegistered() {
        var early = post(address + "/strangers", "name", "Eve", "email", "", "minutes", "45");
        assertThat(early).hasStatus(HttpStatus.CONFLICT);
        start();
        assertThat(said(post(address + "/strangers", "name", "Eve", "email", "eve@example.org", "minutes", "45")))
                .isEqualTo("simulator.stranger.came");
        assertThat(said(post(address + "/strangers", "name", "", "email", "bob@example.org", "minutes", "5")))
                .isEqualTo("simulator.stranger.came");
        var wrong = post(address + "/strangers", "name", "", "email", "bob@", "minutes", "");
        assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(SimulatorFixture.parsed(wrong).select(".summary a").eachAttr("href"))
                .containsExactlyInAnyOrder("#email", "#minutes");

        assertThat(texts(page(address), ".strangers li"))
                .containsExactly("bob@example.org 5 min", "Eve eve@example.org 45 min");
    }

    @Test
    void peopleRegisterPastRollcall() {
        var nobody = post(address + "/strangers", "name", "Eve", "email", "", "registers", "true");
        assertThat(nobody).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(said(post(address + "/strangers", "name", "Eve", "email", "eve@example.org", "registers", "true")))
                .isEqualTo("simulator.stranger.registered");
        assertThat(said(post(address + "/strangers", "name", "", "email", "x+full@example.org", "registers", "true")))
                .isEqualTo("simulator.refused");
        assertThat(endings.registrants).containsExactly(new RegistrantsChanged(event));

        assertThat(page(address).getElementById("count-registrants").text()).startsWith("1 registered");
        assertThat(fixture.rows("simulated_attendance", event)).isZero();
    }

    @Test
    void aCrowdComesWithOneClick() {
        fixture.crowd(event, 100);
        assertThat(said(post(address + "/crowd"))).isEqualTo("simulator.not-begun");
        start();
        end();
        assertThat(said(post(address + "/crowd"))).isEqualTo("simulator.crowd.came");
        var page = page(address);
        assertThat(page.getElementById("count-registrants").text())
                .isEqualTo("100 registered, 0 waiting for the organizer, 0 cancelled or turned down");
        assertThat(page.getElementById("count-attendance").text())
                .isEqualTo("60 live (0 of them never registered), 12 on demand");
    }

    @Test
    void theListOfRegistrantsIsPagedAndSearched() {
        fixture.crowd(event, 120);

        var first = page(address);
        assertThat(texts(first, ".audience tbody th bdi")).isEqualTo(persons(1, 50));
        var second = page(first.getElementById("pager-next").attr("href"));
        assertThat(texts(second, ".audience tbody th bdi")).isEqualTo(persons(51, 100));
        var third = page(second.getElementById("pager-next").attr("href"));
        assertThat(texts(third, ".audience tbody th bdi")).isEqualTo(persons(101, 120));
        assertThat(third.getElementById("pager-next")).isNull();
        var back = page(third.getElementById("pager-previous").attr("href"));
        assertThat(texts(back, ".audience tbody th bdi")).isEqualTo(persons(51, 100));
        assertThat(page(back.getElementById("pager-previous").attr("href")).getElementById("pager-previous"))
                .isNull();

        assertThat(texts(page(address + "?q=PERSON 11"), ".audience tbody th bdi"))
                .isEqualTo(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("Person 11"), persons(110, 119).stream())
                        .toList());
        assertThat(texts(page(address + "?q=%"), ".empty-state h2")).containsExactly("Nobody matches");
    }

    private static List<String> persons(int from, int to) {
        return java.util.stream.IntStream.rangeClosed(from, to)
                .mapToObj(i -> "Person " + i)
                .toList();
    }

    @Test
    void anActLeadsBackToThePageOfTheListAndNowhereElse() {
        var ada = fixture.accepted(event, "ada@example.org").registrant().registrantId();
        assertThat(act(ada, "act", "AWAY", "back", address + "?q=ada")).hasRedirectedUrl(address + "?q=ada");
        assertThat(act(ada, "act", "AWAY", "back", "https://evil.example.org/")).hasRedirectedUrl("/");
        assertThat(act(ada, "act", "AWAY")).hasRedirectedUrl(address);
    }

    @Test
    void anEmptyWebinarSaysWhatToDo() {
        var page = page(address);
        assertThat(texts(page, ".empty-state h2")).containsExactly("Nobody has registered yet");
        assertThat(page.select("#q")).isEmpty();
        assertThat(page.select(".tags tbody tr")).hasSize(Tag.values().length);
    }

    @Test
    void onlyWhatARemovedProgramLeftBehindIsRemoved() {
        assertThat(said(post(address + "/removal"))).isEqualTo("simulator.removal.no");
        fixture.register(event, "ada@example.org");
        fixture.jdbc()
                .sql("delete from program where id = :id")
                .param("id", fixture.webinar(event).programId())
                .update();
        assertThat(texts(page(address), ".about .label")).containsExactly("Not started", "Program removed");

        assertThat(said(post(address + "/removal"))).isEqualTo("simulator.removed");
        assertThat(get(address)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(fixture.rows("simulated_registrant", event)).isZero();
    }

    @Test
    void onlyAdministratorsAreLedHere() {
        assertThat(page("/programs").select(".top-nav a[href=/admin/simulator]"))
                .hasSize(1);
        var manager = mvc.get().uri("/programs").with(SignedIn.manager()).exchange();
        assertThat(SimulatorFixture.parsed(manager).select(".top-nav a[href^=/admin]"))
                .isEmpty();
        assertThat(mvc.get().uri(address).with(SignedIn.manager())).hasStatus(HttpStatus.FORBIDDEN);
    }
}
