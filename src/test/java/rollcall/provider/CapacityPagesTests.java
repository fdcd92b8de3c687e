package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static rollcall.program.StatusCode.REGISTERED;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

/** A program that lets in more people than fit in at its provider takes over how many that are, once that was seen. */
abstract class CapacityPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Webinars webinars;

    @Autowired
    private Pushes pushes;

    @Autowired
    private Programs programs;

    @Autowired
    private ToldEvents told;

    @Autowired
    private ScriptedProvider provider;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void threeWereSentAndTheLastWasOneTooMany() throws Exception {
        provider.reset();
        clock.set(TestClock.START);
        program = fixture.program(null);
        webinars.choose(program, "scripted");
        tells(2);
        var members = fixture.members(program, 3, REGISTERED);
        provider.answer(
                emailOf(members.getLast()),
                ScriptedProvider.failing(new ProviderFailure.Rejected(Refusal.CAPACITY_FULL, "Full.")));
        pushes.send(program.key());
    }

    private String emailOf(long member) throws Exception {
        return get("/members")
                .select("tr[data-member-id=%d] td:nth-of-type(2)".formatted(member))
                .text();
    }

    private void tells(@Nullable Integer seats) {
        provider.details = new EventDetails("", null, null, seats, EventDetails.State.SCHEDULED);
        told.askNow(program.key());
        told.ask(program.key());
    }

    @Test
    void theErrorDeskOffersItAndOneLookLaterItIsDone() throws Exception {
        var offer = get("/errors").select("#smaller #capacity");
        assertThat(offer.text()).isEqualTo("Let in no more than 2 …");
        assertThat(offer.attr("href")).isEqualTo(path("/provider/capacity"));
        assertThat(get("/provider").select("#smaller #capacity").attr("href")).isEqualTo(offer.attr("href"));

        var page = get("/provider/capacity");
        assertThat(page.select("#capacity-facts dd").eachText()).containsExactly("no limit", "2", "3");
        assertThat(page.select("#over").text()).startsWith("One more is taken than fits.");
        assertThat(takeOver(page)).hasStatus(303).hasRedirectedUrl(path("/provider"));

        assertThat(current().capacity()).isEqualTo(2);
        assertThat(get("/errors").select("#smaller")).isEmpty();
    }

    /** What it offers to take over may have changed since we asked. */
    @Test
    void aRefusalAsFullHasTheProviderAskedAgainOncePerSomeMinutes() {
        var asked = told.of(program.key()).orElseThrow().toldAt();
        refuseOneMore();
        assertThat(dueNow()).as("it was told a moment ago").isFalse();

        clock.advance(Duration.ofMinutes(6));
        refuseOneMore();
        assertThat(dueNow()).isTrue();
        told.ask(program.key());
        assertThat(told.of(program.key()).orElseThrow().toldAt()).isAfter(asked);

        refuseOneMore();
        assertThat(dueNow()).isFalse();
    }

    private boolean dueNow() {
        var due = told.of(program.key()).orElseThrow().dueAt();
        return due != null && !due.isAfter(clock.instant());
    }

    private void refuseOneMore() {
        provider.fullFromNowOn = true;
        fixture.member(program, REGISTERED);
        pushes.send(program.key());
    }

    @Test
    void nothingIsOfferedWhereTheProviderSaysNothingOrNobodyFits() throws Exception {
        tells(null);
        assertThat(get("/errors").select("#smaller")).isEmpty();
        tells(0);
        assertThat(get("/errors").select("#smaller")).isEmpty();
        assertThat(get("/provider").select("#smaller a").attr("href")).isEqualTo(path("/edit"));

        assertThat(exchange("/provider/capacity")).hasStatus(303).hasRedirectedUrl(path("/provider"));
        assertThat(post("2", "0")).hasStatus(303);
        assertThat(current().capacity()).isNull();
    }

    @Test
    void nothingIsOfferedWhereNobodyWasRefusedForIt() throws Exception {
        provider.reset();
        program = fixture.program(null);
        webinars.choose(program, "scripted");
        tells(2);

        assertThat(get("/errors").select("#smaller")).isEmpty();
    }

    @Test
    void somebodyWhoOnlySeesIsOfferedNothing() throws Exception {
        var page = Jsoup.parse(mvc.get()
                .uri(path("/errors"))
                .with(SignedIn.viewer())
                .exchange()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(page.select("#errors tbody tr")).hasSize(1);
        assertThat(page.select("#smaller")).isEmpty();
    }

    @Test
    void whatHasChangedSinceTheLookIsShownFirst() throws Exception {
        var page = get("/provider/capacity");
        tells(1);

        var told = takeOver(page);
        assertThat(told).hasStatus(409);
        assertThat(Jsoup.parse(told.getResponse().getContentAsString(StandardCharsets.UTF_8))
                        .select("#changed, #take-over")
                        .eachText())
                .containsExactly(
                        "The program or the event at the provider has changed meanwhile, and nothing was stored. This"
                                + " is how it is now.",
                        "Set the capacity to 1");
        assertThat(current().capacity()).isNull();

        page = get("/provider/capacity");
        programs.edit(
                Actor.SYSTEM,
                program.key(),
                version(),
                ProgramPlan.of(current()).seating(50));
        assertThat(takeOver(page)).hasStatus(409);
        assertThat(current().capacity()).isEqualTo(50);
    }

    private Program current() {
        return programs.get(program.key());
    }

    private int version() {
        var version = current().version();
        return version == null ? -1 : version;
    }

    private MvcTestResult takeOver(Document seen) {
        return post(
                seen.select("[name=capacity]").val(),
                seen.select("[name=version]").val());
    }

    private MvcTestResult post(String capacity, String version) {
        return mvc.post()
                .uri(path("/provider/capacity"))
                .param("capacity", capacity)
                .param("version", version)
                .with(SignedIn.manager())
                .with(csrf())
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    private Document get(String rest) throws Exception {
        var answer = exchange(rest);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private MvcTestResult exchange(String rest) {
        return mvc.get()
                .uri(path(rest))
                .with(SignedIn.manager())
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    private String path(String rest) {
        return "/programs/" + program.key() + rest;
    }
}
