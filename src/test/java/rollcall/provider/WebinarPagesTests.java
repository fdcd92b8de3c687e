package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REGISTRATION_ERROR;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.member.Cause;
import rollcall.member.MembersFixture;
import rollcall.member.PersonalLinks;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;
import rollcall.web.Flash;
import rollcall.web.Times;

abstract class WebinarPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Webinars webinars;

    @Autowired
    private Pushes pushes;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private ErrorDesk desk;

    @Autowired
    private ToldEvents told;

    @Autowired
    private ScriptedProvider provider;

    @Autowired
    private PersonalLinks links;

    @Autowired
    private Reading reading;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Times times;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void begin() {
        provider.reset();
        clock.set(TestClock.START);
        program = fixture.program(null);
    }

    private String path(String rest) {
        return "/programs/" + program.key() + rest;
    }

    private Document get(String address, boolean part) throws Exception {
        var request = mvc.get().uri(address).with(SignedIn.manager()).accept(MediaType.TEXT_HTML);
        var answer = (part ? request.header("HX-Request", "true") : request).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private MvcTestResult post(String address, Map<String, String> form) {
        var request =
                mvc.post().uri(address).with(SignedIn.manager()).with(csrf()).accept(MediaType.TEXT_HTML);
        form.forEach(request::param);
        return request.exchange();
    }

    @Test
    void aProgramStartsWithoutAProviderAndTheManagerChoosesOne() throws Exception {
        var page = get(path("/provider"), false);
        assertThat(page.select("input[name=kind][checked]").eachAttr("value")).containsExactly("");
        assertThat(page.select("input[name=kind]").eachAttr("value")).contains("", "scripted");
        assertThat(page.select("nav.tabs a[aria-current]").text()).isEqualTo("Provider");

        var chosen = post(path("/provider"), Map.of("kind", "scripted", "refreshesItself", "true"));
        assertThat(chosen).hasStatus(303).hasRedirectedUrl(path("/provider"));
        assertThat(said(chosen)).isEqualTo("provider.chosen");

        var webinar = webinars.of(program.key()).orElseThrow();
        assertThat(webinar.event()).isEqualTo(new EventRef("scripted", "event-" + program.key()));
        assertThat(webinar.refreshesItself()).isTrue();
        assertThat(webinar.leavesWhenCancelled()).isFalse();
        assertThat(get(path("/provider"), false)
                        .select("input[name=kind][checked]")
                        .eachAttr("value"))
                .containsExactly("scripted");

        assertThat(said(post(path("/provider"), Map.of("kind", "scripted"))))
                .as("only a box was unticked")
                .isEqualTo("provider.stored");
        assertThat(said(post(path("/provider"), Map.of("kind", "")))).isEqualTo("provider.chosen.none");
        assertThat(webinars.of(program.key())).isEmpty();
        assertThat(jdbc.sql("""
            select details from audit_entry where kind = 'PROVIDER_CHOSEN' and details like :program order by id\
            """)
                        .param("program", "%\"program\":" + program.key() + "%")
                        .query(String.class)
                        .list())
                .as("what was chosen, and that it was left")
                .satisfiesExactly(
                        chose -> assertThat(chose).contains("\"provider\":\"scripted\""),
                        left -> assertThat(left).contains("\"provider\":\"\""));
    }

    private static String said(MvcTestResult answer) {
        return ((Flash) answer.getMvcResult().getFlashMap().get("flash")).message();
    }

    @Test
    void theWaitingPageOfASimulatedWebinarSaysThatItIs() throws Exception {
        var address = links.of(fixture.member(program, REGISTERED));
        assertThat(get(address, false).select(".door .mark")).isEmpty();

        webinars.choose(program, "simulator");

        assertThat(get(address, false).select(".door .mark").text()).isEqualTo("Simulated");
    }

    @Test
    void aLinkLeadsToAPageAlsoWhileTheProviderIsAway() {
        webinars.choose(program, "scripted");
        var member = fixture.member(program, REGISTERED);
        pushes.send(program.key());
        jdbc.sql("update member set join_link = null where id = :id")
                .param("id", member)
                .update();
        clock.set(program.startsAt());
        provider.down = true;

        assertThat(mvc.get().uri(links.of(member)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains(program.name());
    }

    @Test
    void thePageShowsTheEventAsTheProviderToldOfIt() throws Exception {
        webinars.choose(program, "scripted");
        assertThat(get(path("/provider"), false).select("#event").attr("hx-trigger"))
                .isEqualTo("every 2s");
        provider.details = new EventDetails(
                "Another title",
                program.startsAt(),
                program.endsAt().plusSeconds(60),
                40,
                EventDetails.State.SCHEDULED);

        told.ask(program.key());

        var event = get(path("/provider"), true).select("#event");
        assertThat(event.attr("hx-trigger")).isEmpty();
        assertThat(event.select("#event-facts dt").eachText())
                .containsExactly("Title", "Starts", "Ends", "Seats there", "State", "Told");
        assertThat(event.select("#event-facts dd").eachText().get(0)).isEqualTo("Another title not as in the program");
        assertThat(event.select("#event-facts dd").eachText().get(1)).doesNotContain("not as in the program");
        assertThat(event.select("#event-facts dd").eachText().get(2)).endsWith("not as in the program");
        assertThat(event.select("#event-facts dd").eachText().subList(3, 5)).containsExactly("40", "has not begun");
        assertThat(event.select("#smaller p").text()).startsWith("Only 40 fit in there, fewer than the program");
    }

    @Test
    void aProviderThatIsAwayIsAskedAgainLaterAndWhatItToldStays() throws Exception {
        webinars.choose(program, "scripted");
        provider.details = new EventDetails("Spring launch", null, null, null, EventDetails.State.SCHEDULED);
        told.ask(program.key());
        told.ask(program.key());
        provider.down = true;

        assertThat(post(path("/provider/event"), Map.of())).hasStatus(303);
        assertThat(get(path("/provider"), false).select("#asking")).isNotEmpty();
        told.ask(program.key());

        var event = get(path("/provider"), false).select("#event");
        assertThat(event.select("#event-problem p").eachText())
                .containsExactly("The provider cannot answer at the moment. Try again later.", "Down.");
        assertThat(event.select("#event-facts dd").first().text()).isEqualTo("Spring launch");
        assertThat(told.of(program.key()).orElseThrow().dueAt())
                .isEqualTo(TestClock.START.plus(Duration.ofMinutes(10)));

        provider.down = false;
        clock.advance(Duration.ofMinutes(10));
        told.ask(program.key());
        assertThat(get(path("/provider"), false).select("#event-problem")).isEmpty();
    }

    @Test
    void whatAnotherEventWasToldToBeIsNotStored() {
        webinars.choose(program, "scripted");
        var before = webinars.of(program.key()).orElseThrow();
        webinars.leave(program);
        webinars.choose(program, "simulator");

        told.told(program, before.event(), new EventDetails("Elsewhere", null, null, null, EventDetails.State.ENDED));

        assertThat(told.of(program.key()).orElseThrow().toldAt()).isNull();
    }

    @Test
    void thePageSaysWhatTheProviderCanDoAndWhatSomebodyHasToDoByHand() throws Exception {
        webinars.choose(program, "scripted");
        provider.letsOnlyPeopleCancel = true;

        var can = get(path("/provider"), false).select("#can li");
        assertThat(can.eachAttr("data-ability"))
                .containsExactly("cancel", "approveDeny", "personalJoinLink", "noShowList", "onDemand");
        assertThat(can.eachAttr("data-can")).containsExactly("false", "true", "true", "false", "true");
        assertThat(can.first().text())
                .isEqualTo("Cancel registrations: no It is not told. Whoever leaves the program is listed, and somebody"
                        + " has to cancel there by hand.");
    }

    @Test
    void leavingAProviderIsShownFirstWithWhatBecomesOfWhom() throws Exception {
        webinars.choose(program, "scripted");
        fixture.members(program, 2, REGISTERED);
        pushes.send(program.key());
        fixture.member(program, REGISTERED);

        var shown = post(path("/provider"), Map.of("kind", "", "leavesWhenCancelled", "true"));
        assertThat(shown).hasStatusOk();
        var page = Jsoup.parse(shown.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select(".tally-line").eachText())
                .containsExactly(
                        "2 are registered there, and their own links do not lead there any more",
                        "1 is on the way there, and is not sent any more");
        assertThat(webinars.of(program.key())).isPresent();

        var sent = new HashMap<String, String>(Map.of("confirm", "true", "cancels", "true"));
        page.select("main form input[type=hidden]").forEach(input -> sent.put(input.attr("name"), input.val()));
        assertThat(sent).containsEntry("kind", "").containsEntry("leavesWhenCancelled", "true");
        assertThat(post(path("/provider"), sent)).hasStatus(303);
        assertThat(webinars.of(program.key())).isEmpty();
        pushes.send(program.key());
        assertThat(provider.registered).isEmpty();
    }

    @Test
    void aProviderThatDoesNotExistIsRefused() {
        assertThat(post(path("/provider"), Map.of("kind", "none-such"))).hasStatus(422);
        assertThat(webinars.of(program.key())).isEmpty();
    }

    @Test
    void theListShowsARegistrationOnItsWayAndTheRowLooksAgain() throws Exception {
        webinars.choose(program, "scripted");
        var member = fixture.member(program, REGISTERED);
        var standing = path("/members/" + member + "/standing");

        assertThat(get(path("/members"), false).select("#standing-" + member).text())
                .isEqualTo("Registered waiting to be sent");
        var part = mvc.get()
                .uri(standing)
                .with(SignedIn.viewer())
                .header("HX-Request", "true")
                .exchange();
        assertThat(part).bodyText().contains("hx-get=\"" + standing + "\"").contains("waiting to be sent");

        pushes.send(program.key());

        part = mvc.get()
                .uri(standing)
                .with(SignedIn.viewer())
                .header("HX-Request", "true")
                .exchange();
        assertThat(part)
                .bodyText()
                .doesNotContain("hx-get")
                .doesNotContain("waiting")
                .contains("Registered");
        assertThat(get(standing + "?page=true", true).select("#now .label").text())
                .isEqualTo("accepted");
    }

    @Test
    void theSummaryShowsErrorsByCauseAndSendsThemAgain() throws Exception {
        webinars.choose(program, "scripted");
        var refused = new ProviderFailure.Rejected(Refusal.EMAIL_REFUSED, "Not this one.");
        fixture.members(program, 2, REGISTERED);
        get(path("/members"), false)
                .select("tr[data-member-id] td:nth-of-type(2)")
                .eachText()
                .forEach(email -> provider.answer(email, ScriptedProvider.failing(refused)));
        pushes.send(program.key());

        var summary = get(path(""), false);
        assertThat(summary.select(".clusters li").eachAttr("data-cause")).containsExactly("EMAIL_REFUSED");
        assertThat(summary.select(".clusters .cluster-text").text())
                .isEqualTo("2 members: the provider refused the address Not this one.");

        var form = Map.of(
                "cause",
                "EMAIL_REFUSED",
                "requestId",
                summary.select(".clusters [name=requestId]").val());
        assertThat(post(path("/retries"), form)).hasStatus(303).hasRedirectedUrl(path(""));
        assertThat(post(path("/retries"), form)).hasStatus(303);
        pushes.send(program.key());

        assertThat(get(path(""), false).select(".clusters")).isEmpty();
        assertThat(fixture.counted(program)).isEqualTo(Map.of("REGISTERED", 2L));
        assertThat(provider.told).hasSize(4);
    }

    @Test
    void oneErrorOfACauseIsSentAgainOnItsOwn() throws Exception {
        webinars.choose(program, "scripted");
        var ids = fixture.members(program, 3, REGISTERED);
        refuse(ids.get(0), Refusal.EMAIL_REFUSED);
        refuse(ids.get(1), Refusal.EMAIL_REFUSED);
        refuse(ids.get(2), Refusal.OTHER);
        pushes.send(program.key());
        var link = get(path(""), false).select("[data-cause=EMAIL_REFUSED] a").attr("href");

        var page = get(link, false);

        assertThat(page.select("#errors tbody tr").eachAttr("data-member-id"))
                .containsExactly(ids.get(0).toString(), ids.get(1).toString());
        assertThat(page.select("nav.segments a").eachText())
                .containsExactly("All", "the provider refused the address 2", "the provider refused 1");
        var row = page.expectFirst("#errors tbody tr");
        assertThat(row.select("td").eachText().subList(0, 2))
                .containsExactly("the provider refused the address", "Not this one.");
        var fields = Map.of(
                "memberId",
                row.select("[name=memberId]").val(),
                "requestId",
                row.select("[name=requestId]").val());
        assertThat(post(path("/retries"), fields)).hasStatus(303).hasRedirectedUrl(path("/errors"));
        assertThat(ids)
                .extracting(fixture::statusOf)
                .containsExactly("REGISTERED", "REGISTRATION_ERROR", "REGISTRATION_ERROR");
        assertThat(get(path("/errors"), false).select("#errors tbody tr").eachAttr("data-cause"))
                .containsExactly("EMAIL_REFUSED", "OTHER");
        assertThat(post(path("/retries"), Map.of("memberId", ids.getFirst().toString())))
                .as("there is no error any more")
                .hasStatus(303);
        var viewers = mvc.get().uri(path("/errors")).with(SignedIn.viewer()).exchange();
        assertThat(viewers).hasStatusOk().bodyText().doesNotContain("/retries");
    }

    private void refuse(long member, Refusal refusal) throws Exception {
        provider.answer(
                emailOf(member), ScriptedProvider.failing(new ProviderFailure.Rejected(refusal, "Not this one.")));
    }

    @Test
    void threeErrorsAreListedWithAsManyQueriesAsOne() throws Exception {
        webinars.choose(program, "scripted");
        refuse(fixture.member(program, REGISTERED), Refusal.OTHER);
        pushes.send(program.key());
        get(path("/errors"), false);
        var one = Queries.of(() -> reading.page(SignedIn.viewer(), path("/errors")))
                .size();
        for (var member : fixture.members(program, 2, REGISTERED)) {
            refuse(member, Refusal.OTHER);
        }
        pushes.send(program.key());

        assertThat(Queries.of(() -> reading.page(SignedIn.viewer(), path("/errors"))))
                .hasSize(one);
        assertThat(get(path("/errors"), false).select("#errors tbody tr")).hasSize(3);
    }

    @Test
    void theErrorBehindThePageIsOnTheNext() throws Exception {
        var ids = fixture.members(program, 51, REGISTRATION_ERROR);
        var first = get(path("/errors?cause=UNKNOWN"), false);
        assertThat(first.select("#errors tbody tr")).hasSize(50);

        var next = get(first.expectFirst("#pager-next").attr("href"), false);

        assertThat(next.select("#errors tbody tr").eachAttr("data-member-id"))
                .containsExactly(java.util.Collections.max(ids).toString());
        assertThat(next.select("#pager-previous").attr("href")).isEqualTo(path("/errors?cause=UNKNOWN"));
    }

    @Test
    void whatSomebodyHasToCancelByHandIsListedUntilTheyDidIt() throws Exception {
        var member = leftByHand();
        var link = get(path(""), false).select("[data-delivery=BY_HAND] a").attr("href");
        assertThat(link).isEqualTo(path("/cancellations"));

        var row = get(link, false).expectFirst("#cancellations tbody tr");

        assertThat(row.attr("data-member-id")).isEqualTo(Long.toString(member));
        assertThat(row.select("td bdi").eachText()).containsExactly("R-%d-1".formatted(member), "Ask the organizer.");
        var done = Map.of("pushId", row.select("[name=pushId]").val());
        assertThat(reading.post(SignedIn.viewer(), link, "pushId", done.get("pushId")))
                .hasStatus(403);
        assertThat(post(link, done)).hasStatus(303).hasRedirectedUrl(link);

        assertThat(get(link, false).select("#cancellations")).isEmpty();
        assertThat(get(path(""), false).select("[data-delivery=BY_HAND]")).isEmpty();
        assertThat(get(path("/members/" + member), false).select(".timeline").text())
                .contains("The registration was cancelled at the provider by hand. user-MANAGER");
        assertThat(Reading.problem(post(link, done))).isEqualTo("provider.by-hand.already");
    }

    @Test
    void threeToCancelAreListedWithAsManyQueriesAsOne() throws Exception {
        leftByHand();
        get(path("/cancellations"), false);
        var one = Queries.of(() -> reading.page(SignedIn.viewer(), path("/cancellations")))
                .size();
        leftByHand();
        leftByHand();

        assertThat(Queries.of(() -> reading.page(SignedIn.viewer(), path("/cancellations"))))
                .hasSize(one);
        assertThat(get(path("/cancellations"), false).select("#cancellations tbody tr"))
                .hasSize(3);
    }

    /** Somebody whom the provider accepted and whom it does not let us cancel. */
    private long leftByHand() {
        webinars.choose(program, "scripted");
        var member = fixture.member(program, REGISTERED);
        pushes.send(program.key());
        changes.change(fixture.ask(program, NOT_IN_PROGRAM), member);
        pushes.send(program.key());
        jdbc.sql("update push set state = 'BY_HAND', words = 'Ask the organizer.'"
                        + " where member_id = :member and action = 'CANCEL'")
                .param("member", member)
                .update();
        return member;
    }

    @Test
    void theSummaryCountsHowMembersStandAtTheProviderAndLeadsToThem() throws Exception {
        webinars.choose(program, "scripted");
        var ids = fixture.members(program, 3, REGISTERED);
        provider.answer(emailOf(ids.get(0)), ScriptedProvider.failing(new ProviderFailure.Temporary("Busy.")));
        refuse(ids.get(1), Refusal.EMAIL_REFUSED);
        pushes.send(program.key());
        var late = fixture.member(program, REGISTERED);

        var deliveries = get(path(""), false).select(".deliveries li");

        assertThat(deliveries.eachAttr("data-delivery")).containsExactly("ACCEPTED", "REFUSED", "SENDING", "RETRYING");
        assertThat(deliveries.stream().map(one -> one.select("a").text()))
                .containsExactly("1 is accepted", "1 was refused", "1 is being sent", "1 is tried again");
        assertThat(deliveries.get(3).select("time")).hasSize(1);
        assertThat(deliveries.stream().map(this::whoIsThere)).containsExactly(ids.get(2), ids.get(1), late, ids.get(0));
    }

    /** Its own next try is sooner, but nothing of the program is sent before the pause is over. */
    @Test
    void whoWaitsForTheEndOfAPauseIsToldThatTime() throws Exception {
        webinars.choose(program, "scripted");
        var ids = fixture.members(program, 2, REGISTERED);
        var until = clock.instant().plus(Duration.ofMinutes(10));
        provider.answer(emailOf(ids.get(0)), ScriptedProvider.failing(new ProviderFailure.Temporary("Busy.")));
        provider.answer(emailOf(ids.get(1)), ScriptedProvider.failing(new ProviderFailure.Throttled(until, "Wait.")));
        pushes.send(program.key());
        var time = times.time(until, program.zoneId());

        assertThat(get(path("/members"), false).select("[id^=standing-] .sub").eachText())
                .containsExactly("sending again at " + time, "sending again at " + time);
        assertThat(get(path("/members/" + ids.get(0)), false)
                        .select("#now .label")
                        .text())
                .isEqualTo("sending again at " + time);
        assertThat(get(path(""), false)
                        .select(".deliveries [data-delivery=RETRYING] time")
                        .attr("datetime"))
                .startsWith(until.toString().substring(0, 16));
    }

    private Long whoIsThere(Element line) {
        try {
            var listed = get(line.select("a").attr("href"), false).select("tr[data-member-id]");
            return Long.valueOf(listed.attr("data-member-id"));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String emailOf(long member) throws Exception {
        return get(path("/members/" + member), false)
                .select(".facts bdi")
                .getFirst()
                .text();
    }

    @Test
    void theSummarySaysUntilWhenNothingIsSentAndWhy() throws Exception {
        webinars.choose(program, "scripted");
        var member = fixture.member(program, REGISTERED);
        provider.answer(
                emailOf(member),
                ScriptedProvider.failing(
                        new ProviderFailure.Throttled(clock.instant().plusSeconds(420), "Slow down.")));
        pushes.send(program.key());

        var held = get(path(""), false).select(".held");

        assertThat(held.select("time")).hasSize(1);
        assertThat(held.select("bdi").text()).isEqualTo("Slow down.");
    }

    @Test
    void whoWasAcceptedAndThenDeniedThereIsNoErrorOfSending() {
        webinars.choose(program, "scripted");
        var denied = fixture.members(program, 2, REGISTERED);
        var typed = fixture.member(program, REGISTERED);
        pushes.send(program.key());
        var never = fixture.member(program, INVITED);
        var error = StatusRequest.of(program.key(), REGISTRATION_ERROR, Cause.PROVIDER, Actor.SYSTEM);
        denied.forEach(one -> changes.change(error, one));
        changes.change(fixture.ask(program, REGISTRATION_ERROR), typed);
        changes.change(fixture.ask(program, REGISTRATION_ERROR), never);

        assertThat(desk.clusters(program.key()))
                .extracting(one -> one.cause() + " " + one.members())
                .containsExactly("DENIED 2", "UNKNOWN 2");
    }

    @Test
    void aViewerSeesErrorsButCannotSendAgain() throws Exception {
        assertThat(mvc.post()
                        .uri(path("/retries"))
                        .with(SignedIn.viewer())
                        .with(csrf())
                        .param("cause", "OTHER")
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void aBulkSaysBeforehandHowManyRegistrationsItSends() throws Exception {
        webinars.choose(program, "scripted");
        var member = fixture.member(program, INVITED);
        var preview = post(path("/status-changes"), Map.of("memberId", Long.toString(member), "status", "REGISTERED"));
        assertThat(preview).bodyText().contains("One registration is sent to scripted.");
    }
}
