package rollcall.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import rollcall.member.MembersFixture;
import rollcall.member.OfferLinks;
import rollcall.member.StatusChanges;
import rollcall.program.Program;
import rollcall.provider.Webinars;
import rollcall.testing.Queries;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

/** The waitlist as staff see it, and the offer as whoever waits sees it. */
abstract class WaitlistPagesTests {

    @Autowired
    private Webinars webinars;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MembersFixture members;

    @Autowired
    private WaitlistFixture waitlist;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private SettingRows settings;

    @Autowired
    private OfferLinks links;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;
    private long seated;
    private List<Long> waiting;

    /** One seat that is taken, and three who wait for it. */
    @BeforeEach
    void begin() {
        program = members.program(1);
        seated = members.member(program, REGISTERED);
        waiting = members.members(program, 3, WAITLISTED);
    }

    private void free() {
        changes.change(members.ask(program, NOT_IN_PROGRAM), seated);
    }

    private String path(String rest) {
        return "/programs/" + program.key() + "/waitlist" + rest;
    }

    private Document page(RequestPostProcessor who, String rest) {
        return read(mvc.get().uri(path(rest)).with(who).exchange());
    }

    private static Document read(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return parse(result);
    }

    private static Document parse(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult post(RequestPostProcessor who, String rest, Map<String, ?> form) {
        var request = mvc.post().uri(path(rest)).with(who).with(csrf());
        form.forEach((name, value) -> request.param(name, value.toString()));
        return request.exchange();
    }

    private static String said(MvcTestResult result) {
        assertThat(result).hasStatus(303);
        var flash = result.getMvcResult().getFlashMap();
        var said = flash.containsKey("flash") ? flash.get("flash") : flash.get("problem");
        return ((rollcall.web.Flash) said).message();
    }

    @Test
    void theQueueShowsPlacesAndAForecast() {
        var page = page(SignedIn.viewer(), "");
        assertThat(page.select("#queue tbody tr td.num").eachText()).containsExactly("1", "–", "2", "–", "3", "–");
        assertThat(page.select("#queue tbody tr").eachAttr("data-member-id"))
                .containsExactlyElementsOf(waiting.stream().map(String::valueOf).toList());
        assertThat(page.select("#forecast").text()).isEqualTo("3 seats more would serve everybody who waits.");
        assertThat(page.select("#mode").attr("data-mode")).isEqualTo("AUTOMATIC");
        assertThat(page.select("form[action*=waitlist] button:not(#queue button)"))
                .isEmpty();
        assertThat(page.select("input[name=memberId]")).isEmpty();
    }

    @Test
    void aProgramWithoutAWaitlistSaysWhatBecomesOfThoseWhoWaitAllTheSame() {
        assertThat(page(SignedIn.viewer(), "").select("#nobody-new")).isEmpty();
        jdbc.sql("update program set waitlist_on = false where id = :id")
                .param("id", program.key())
                .update();
        assertThat(page(SignedIn.viewer(), "").select("#nobody-new").text())
                .startsWith("The program lets nobody new wait.");
        free();
        waitlist.run(program);
        assertThat(page(SignedIn.viewer(), "").select("#queue tbody tr").eachAttr("data-member-id"))
                .as("the first of those who wait has the seat")
                .containsExactly(waiting.get(1).toString(), waiting.get(2).toString());
    }

    @Test
    void threeLinesAskNoMoreThanOne() {
        var few = members.program(1);
        members.member(few, WAITLISTED);
        page(SignedIn.manager(), ""); // from now on the manager is known
        var one = Queries.of(() -> read(mvc.get()
                .uri("/programs/" + few.key() + "/waitlist")
                .with(SignedIn.manager())
                .exchange()));
        var three = Queries.of(() -> page(SignedIn.manager(), ""));
        assertThat(three).hasSameSizeAs(one);
    }

    @Test
    void theNextPageBeginsWhereThisOneEnds() {
        var more = new ArrayList<>(waiting);
        more.addAll(members.members(program, 60, WAITLISTED));
        var first = page(SignedIn.manager(), "");
        assertThat(first.select("#queue tbody tr")).hasSize(50);
        var next = read(mvc.get()
                .uri(first.select("#pager-next").attr("href"))
                .with(SignedIn.manager())
                .exchange());
        assertThat(next.select("#queue tbody tr").eachAttr("data-member-id"))
                .containsExactlyElementsOf(
                        more.subList(50, 63).stream().map(String::valueOf).toList());
        assertThat(next.select("#queue tbody tr td.num").first().text()).isEqualTo("51");
    }

    @Test
    void aManagerPromotesTheNextAndNobodyAheadWithoutAReason() {
        waitlist.manual(program);
        free();
        var second = Map.of("memberId", waiting.get(1));
        assertThat(said(post(SignedIn.manager(), "/promotions", second))).isEqualTo("waitlist.promote.reason-missing");
        assertThat(said(post(SignedIn.manager(), "/promotions", Map.of("count", 2))))
                .isEqualTo("waitlist.promote.done");
        assertThat(members.statusOf(waiting.get(0))).isEqualTo("REGISTERED");
        assertThat(said(post(
                        SignedIn.manager(), "/promotions", Map.of("memberId", waiting.get(1), "reason", "By phone"))))
                .isEqualTo("waitlist.promote.nobody");
        assertThat(post(SignedIn.viewer(), "/promotions", second)).hasStatus(403);
        assertThat(page(SignedIn.viewer(), "/history").select("#happened [data-kind=PROMOTED]"))
                .hasSize(1);
    }

    @Test
    void aMoveNeedsAReasonAndStandsInTheTimeline() {
        var last = "/" + waiting.get(2) + "/moves";
        assertThat(said(post(SignedIn.manager(), last, Map.of("priority", 2, "reason", " "))))
                .isEqualTo("waitlist.move.reason-missing");
        assertThat(said(post(SignedIn.manager(), last, Map.of("priority", 2, "reason", "A speaker"))))
                .isEqualTo("waitlist.moved");
        assertThat(waitlist.waiting(program).getFirst()).isEqualTo(waiting.get(2));
        var member = read(mvc.get()
                .uri("/programs/" + program.key() + "/members/" + waiting.get(2))
                .with(SignedIn.viewer())
                .exchange());
        assertThat(member.text()).contains("from priority 0 to 2: A speaker");
        assertThat(member.select(".explanation li").first().text()).isEqualTo("At place 1 on the waitlist.");
    }

    @Test
    void whySomebodyStillWaitsIsToldFromFacts() {
        waitlist.offers(program);
        free();
        waitlist.run(program);
        var facts = page(SignedIn.viewer(), "/" + waiting.get(1)).select("#why li");
        assertThat(facts.eachText())
                .containsExactly(
                        "At place 2 on the waitlist.",
                        "No seat is free.",
                        "One seat is held for somebody who comes before, until they answer.",
                        "Counted from 2 Mar 2026, 10:00 CET, when this person came onto the waitlist or was last put"
                                + " to its end:",
                        "One seat has come free.");
        assertThat(page(SignedIn.viewer(), "/" + seated).select("#not-waiting")).hasSize(1);
    }

    @Test
    void promotionStopsAndGoesOn() {
        assertThat(said(post(SignedIn.manager(), "/halts", Map.of("halted", true))))
                .isEqualTo("waitlist.halted");
        assertThat(page(SignedIn.manager(), "").select("#mode").attr("data-rest"))
                .isEqualTo("HALTED");
        assertThat(said(post(SignedIn.manager(), "/halts", Map.of("halted", false))))
                .isEqualTo("waitlist.resumed");
        assertThat(page(SignedIn.manager(), "").select("#mode").attr("data-rest"))
                .isEmpty();
    }

    @Test
    void settingsAreStoredAndWhatIsWrongIsSaid() {
        var form = page(SignedIn.manager(), "/settings");
        assertThat(form.select("input[name=days][checked]")).hasSize(7);
        var right = Map.of(
                "mode",
                "OFFER",
                "offerHours",
                "4",
                "days",
                "MONDAY",
                "from",
                "08:00",
                "to",
                "00:00",
                "stopMinutes",
                "60",
                "most",
                "");
        assertThat(said(post(SignedIn.manager(), "/settings", right))).isEqualTo("waitlist.settings.saved");
        var stored = settings.of(program.key());
        assertThat(stored.mode()).isEqualTo(Mode.OFFER);
        assertThat(stored.hours().to()).isEqualTo(1440);
        assertThat(stored.stopMinutes()).isEqualTo(60);
        assertThat(stored.most()).isNull();

        var wrong = post(
                SignedIn.manager(), "/settings", Map.of("mode", "x", "offerHours", "0", "from", "9", "to", "08:00"));
        assertThat(wrong).hasStatus(422);
        assertThat(parse(wrong).select("#error-summary a").eachAttr("href"))
                .containsExactlyInAnyOrder("#mode", "#offerHours", "#days", "#from");
        assertThat(settings.of(program.key())).isEqualTo(stored);
    }

    @Test
    void anOfferOfASimulatedProgramSaysSo() {
        waitlist.offers(program);
        free();
        waitlist.run(program);
        var link = links.of(waiting.get(0));
        assertThat(read(mvc.get().uri(link).exchange()).select("main .mark")).isEmpty();

        webinars.choose(program, "simulator");

        assertThat(read(mvc.get().uri(link).exchange()).select("main .mark").eachText())
                .containsExactly("Simulated");
    }

    @Test
    void anOfferIsReadWithoutASessionAndTaken() {
        waitlist.offers(program);
        free();
        waitlist.run(program);
        var link = links.of(waiting.get(0));

        var open = mvc.get().uri(link).exchange();
        var page = read(open);
        assertThat(open.getResponse().getHeader("Set-Cookie")).isNull();
        assertThat(page.select(".door").attr("data-state")).isEqualTo("OPEN");
        assertThat(page.select("form")).hasSize(2);
        assertThat(members.statusOf(waiting.get(0))).isEqualTo("WAITLISTED");

        assertThat(mvc.post().uri(link + "/acceptance")).hasStatus(303).hasRedirectedUrl(link);
        assertThat(members.statusOf(waiting.get(0))).isEqualTo("REGISTERED");
        var taken = read(mvc.get().uri(link).exchange());
        assertThat(taken.select("#said").text()).isEqualTo("You took the seat. You are registered.");
        assertThat(taken.select("form")).isEmpty();
    }

    @Test
    void anOfferThatIsOverSaysSoAndThePlace() {
        waitlist.offers(program);
        free();
        waitlist.run(program);
        var link = links.of(waiting.get(0));
        clock.set(waitlist.offerUntil(waiting.get(0)));
        waitlist.run(program);

        mvc.post().uri(link + "/acceptance").exchange();
        var page = read(mvc.get().uri(link).exchange());
        assertThat(page.select(".door").attr("data-state")).isEqualTo("EXPIRED");
        assertThat(page.select("#place").text()).isEqualTo("You still wait, at place 3.");
        assertThat(page.select("form")).isEmpty();
    }

    @Test
    void anOfferIsDeclinedByEitherButton() {
        waitlist.offers(program);
        free();
        waitlist.run(program);
        mvc.post()
                .uri(links.of(waiting.get(0)) + "/refusal")
                .param("stays", "true")
                .exchange();
        waitlist.run(program);
        mvc.post()
                .uri(links.of(waiting.get(1)) + "/refusal")
                .param("stays", "false")
                .exchange();
        assertThat(members.statusOf(waiting.get(0))).isEqualTo("WAITLISTED");
        assertThat(members.statusOf(waiting.get(1))).isEqualTo("NOT_IN_PROGRAM");
    }

    /** A seat is free, and yet whoever just declined one is not asked again: the page has to say so. */
    @Test
    void whoDeclinedIsToldToBeAskedAgainLater() {
        waitlist.offers(program);
        free();
        waitlist.run(program);
        var decliner = waiting.get(0);
        assertThat(facts(decliner)).noneMatch(fact -> fact.startsWith("waitlist.why.rests"));
        mvc.post().uri(links.of(decliner) + "/refusal").param("stays", "true").exchange();
        assertThat(facts(decliner))
                .contains("waitlist.why.rests.DECLINED", "waitlist.why.own.DECLINED")
                .doesNotContain("waitlist.why.rests.EXPIRED", "waitlist.why.own.EXPIRED");
        assertThat(happened()).contains("declined the offer").doesNotContain("did not answer");
        clock.advance(Promotions.REST);
        assertThat(facts(decliner)).noneMatch(fact -> fact.startsWith("waitlist.why.rests"));
    }

    /** To say nothing is not to say no. */
    @Test
    void whoDidNotAnswerIsToldApartFromWhoDeclined() {
        waitlist.offers(program);
        free();
        waitlist.run(program);
        clock.advance(Duration.ofDays(2));
        waitlist.run(program);

        assertThat(facts(waiting.get(0)))
                .contains("waitlist.why.rests.EXPIRED", "waitlist.why.own.EXPIRED")
                .doesNotContain("waitlist.why.rests.DECLINED", "waitlist.why.own.DECLINED");
        assertThat(happened()).contains("did not answer the offer in time").doesNotContain("declined");
    }

    private String happened() {
        return page(SignedIn.viewer(), "/history").text();
    }

    private List<String> facts(long member) {
        var page = mvc.get()
                .uri("/programs/{id}/waitlist/{member}", program.key(), member)
                .with(SignedIn.managerOf(program.key()))
                .exchange();
        return parse(page).select("#why li").eachAttr("data-fact");
    }

    /** As the address says, else as the person is written to, else as the browser asks for. */
    @Test
    void anOfferIsReadInTheLanguageOfWhoeverWaits() {
        waitlist.offers(program);
        free();
        waitlist.run(program);
        var link = Objects.requireNonNull(links.of(waiting.get(0)));
        assertThat(languageOf(link, "sv-SE, en;q=0.5")).isEqualTo("sv");
        assertThat(languageOf(link, "de")).isEqualTo("en");
        speaks(waiting.get(0), "sv-SE");
        assertThat(languageOf(link, "en")).isEqualTo("sv");

        var page = read(
                mvc.get().uri(link + "?lang=en").header("Accept-Language", "sv").exchange());
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select(".languages a").eachAttr("href")).containsExactly("?lang=en", "?lang=sv");
        var form = page.expectFirst("form").attr("action");
        assertThat(mvc.post().uri(URI.create(form)).exchange()).hasStatus(303).hasRedirectedUrl(link + "?lang=en");
    }

    private String languageOf(String link, String browser) {
        var page = read(mvc.get().uri(link).header("Accept-Language", browser).exchange());
        return page.select("html").attr("lang");
    }

    private void speaks(long member, String language) {
        jdbc.sql("update person set language = :language where id = (select person_id from member where id = :member)")
                .param("language", language)
                .param("member", member)
                .update();
    }

    @Test
    void aMadeUpLinkLeadsNowhere() {
        var page = mvc.get().uri("/o/abc.def").exchange();
        assertThat(page).hasStatus(404);
        assertThat(parse(page).select(".door").attr("data-state")).isEqualTo("NOWHERE");
        assertThat(mvc.post().uri("/o/abc.def/acceptance")).hasStatus(303);
    }
}
