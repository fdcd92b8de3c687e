package rollcall.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static rollcall.registration.PublicScene.document;

import java.time.Duration;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.PublicPages;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

/** The page for everybody, and how it is set up. */
abstract class PublicPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private PublicScene scene;

    @Autowired
    private RegistrationPages pages;

    @Autowired
    private PublicPages publicPages;

    @Autowired
    private Programs programs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).exchange();
    }

    private MvcTestResult store(Program program, String... fields) {
        var request = mvc.post()
                .uri("/programs/{id}/registration", program.key())
                .with(SignedIn.manager())
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    private static String policyOf(MvcTestResult answer) {
        return answer.getResponse().getHeader("Content-Security-Policy");
    }

    @Test
    void itSaysWhatItIsAboutAndAsks() {
        var program = scene.program(3, plan -> PublicScene.rules(plan, false, true));
        var page = scene.publish(program);

        var answer = get(page.path());

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getCookies()).isEmpty();
        assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
        var shown = document(answer);
        assertThat(shown.select("h1").text()).isEqualTo("Våren börjar");
        assertThat(shown.select("main").text()).contains("Mon 9 Mar 2026, 10:00–11:00 CET", "3 seats left", "New York");
        assertThat(shown.select("meta[property=og:title]").attr("content")).isEqualTo("Våren börjar");
        assertThat(shown.select("meta[property=og:url]").attr("content"))
                .startsWith("http")
                .endsWith(page.path());
        assertThat(shown.select("form.registration [name=email]").attr("type")).isEqualTo("email");
        assertThat(policyOf(answer)).endsWith("frame-ancestors 'none'");
    }

    /** What it promises hangs on the program alone: whoever reads it learns nothing of who is registered. */
    @Test
    void itPromisesAMailOnlyWhereOneIsSentWhateverTheFormComesTo() {
        var program = scene.program(3, plan -> PublicScene.rules(plan, true, true));
        var page = scene.publish(program);
        assertThat(told(page)).containsExactly("We have received your form.", "");
        assertThat(settings(program).select("#silent li").eachText())
                .containsExactly(
                        "whoever becomes Registered (the confirmation)",
                        "whoever waits for approval",
                        "whoever comes onto the waitlist",
                        "whoever fills out the form and is in already");
        assertThat(summary(program).select(".needs").text()).isEqualTo("Registrants get no mail");

        var form = settings(program).expectFirst("#silent form");
        assertThat(post(form.attr("action"))).hasStatus(303);

        assertThat(told(page))
                .containsExactly(
                        "We have sent you a mail that tells where you stand.",
                        "You get a mail that tells where you stand.");
        assertThat(settings(program).select("#silent")).isEmpty();
        assertThat(summary(program).select(".needs").text()).isEqualTo("Nothing");
    }

    @Test
    void oneMailThatIsOffIsEnoughForNoPromise() {
        var program = scene.program(1, plan -> PublicScene.rules(plan, false, true));
        var page = scene.publish(program);
        post("/programs/%d/campaigns/recipes".formatted(program.key()));
        assertThat(told(page)).contains("We have sent you a mail that tells where you stand.");

        jdbc.sql("update campaign set state = 'OFF' where program_id = :program and recipe = 'WAITLISTED'")
                .param("program", program.key())
                .update();

        assertThat(told(page)).containsExactly("We have received your form.", "");
        assertThat(settings(program).select("#silent li").eachText())
                .containsExactly("whoever comes onto the waitlist");
    }

    /** On the page of thanks, and at the form. */
    private List<String> told(RegistrationPage page) {
        return List.of(
                document(get(page.path() + "/thanks")).select(".lead").text(),
                document(get(page.path()))
                        .select("form.registration > p:last-child")
                        .text());
    }

    private Document settings(Program program) {
        return staff("/programs/%d/registration".formatted(program.key()));
    }

    private Document summary(Program program) {
        return staff("/programs/" + program.key());
    }

    private Document staff(String address) {
        return document(mvc.get().uri(address).with(SignedIn.manager()).exchange());
    }

    private MvcTestResult post(String address) {
        return mvc.post().uri(address).with(SignedIn.manager()).with(csrf()).exchange();
    }

    @Test
    void itSpeaksTheReadersLanguage() {
        var page = scene.publish(scene.program(null, plan -> plan));

        var asked = mvc.get()
                .uri(page.path())
                .header("Accept-Language", "sv-SE,en;q=0.5")
                .exchange();

        assertThat(document(asked).select("html").attr("lang")).isEqualTo("sv");
        assertThat(document(asked).text()).contains("Anmäl dig");
        assertThat(document(get(page.path() + "?lang=sv")).text()).contains("Anmäl dig");
        assertThat(document(get(page.path() + "?lang=sv"))
                        .select("form.registration")
                        .attr("action"))
                .isEqualTo(page.path() + "?lang=sv");
    }

    @Test
    void onlySitesOnItsListMayShowItInAFrame() {
        var program = scene.program(null, plan -> plan);
        var slug = pages.of(program).slug();

        assertThat(store(
                        program,
                        "slug",
                        slug,
                        "published",
                        "true",
                        "version",
                        "0",
                        "embedders",
                        "https://www.example.com/\nhttps://intra.example.org:8443"))
                .hasStatus(303);

        assertThat(policyOf(get("/r/" + slug)))
                .endsWith("frame-ancestors 'self' https://www.example.com https://intra.example.org:8443");
        assertThat(policyOf(get("/r/none-of-ours"))).endsWith("frame-ancestors 'none'");
    }

    @Test
    void whatIsNotPublishedOrArchivedIsNowhere() {
        var program = scene.program(null, plan -> plan);
        var page = scene.publish(program);
        var unpublished = scene.program(null, plan -> plan);

        programs.archive(Actor.SYSTEM, program.key());

        for (var address : List.of(page.path(), pages.of(unpublished).path(), "/r/none-of-ours", "/r/None.Of.Ours")) {
            assertThat(get(address)).hasStatus(404).bodyText().contains("There is no such page");
        }
        assertThat(publicPages.pathOf(program.key())).isEmpty();
        assertThat(publicPages.pathOf(unpublished.key())).isEmpty();
    }

    @Test
    void aFormerAddressLeadsOnAndIsNobodyElses() {
        var program = scene.program(null, plan -> plan);
        var page = scene.publish(program);
        var other = "other-" + program.key();

        assertThat(store(program, "slug", other, "published", "true", "version", "1"))
                .hasStatus(303);

        assertThat(get(page.path() + "?lang=sv")).hasStatus(303).hasRedirectedUrl("/r/" + other + "?lang=sv");
        var second = scene.program(null, plan -> plan);
        assertThat(store(second, "slug", page.slug(), "version", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("Another program has or had this address");
        assertThat(store(program, "slug", page.slug(), "published", "true", "version", "2"))
                .hasStatus(303);
        assertThat(get(page.path())).hasStatusOk();
    }

    @Test
    void whatIsWrongIsSaid() {
        var program = scene.program(null, plan -> plan);

        var answer = store(
                program,
                "slug",
                "Not a slug!",
                "opensDate",
                "2026-03-03",
                "refused",
                "no domain",
                "embedders",
                "https://x.example/path",
                "version",
                "0");

        assertThat(answer).hasStatus(422);
        assertThat(document(answer).select(".invalid").eachText())
                .containsExactly(
                        "Use small letters a to z, digits and single hyphens, at most 80.",
                        "Give both a date and a time, or neither.",
                        "This is no domain: no domain",
                        "This is no address of a site, such as https://www.example.com: https://x.example/path");
    }

    @Test
    void whoWasOvertakenSeesWhatIsStoredAndMayStoreTheirs() {
        var program = scene.program(null, plan -> plan);
        var slug = scene.publish(program).slug();
        assertThat(store(program, "slug", slug, "speakers", "Ada", "version", "1"))
                .hasStatus(303);

        var late = store(program, "slug", slug, "speakers", "Grace", "version", "1");

        assertThat(late).hasStatus(409);
        assertThat(document(late).select("[role=alert] dd").eachText()).contains("Ada");
        assertThat(document(late).select("[name=speakers]").text()).isEqualTo("Grace");
        assertThat(store(
                        program,
                        "slug",
                        slug,
                        "speakers",
                        "Grace",
                        "version",
                        document(late).select("[name=version]").val()))
                .hasStatus(303);
        assertThat(pages.of(program).speakers()).isEqualTo("Grace");
    }

    @Test
    void aCloneHasTheSettingsButIsNotPublished() {
        var program = scene.program(null, plan -> plan);
        store(program, "slug", pages.of(program).slug(), "published", "true", "own", "Own.Example", "version", "0");

        var clone = programs.cloneOf(Actor.SYSTEM, program.key(), Plans.named("Våren börjar"));

        var page = pages.of(clone);
        assertThat(page.published()).isFalse();
        assertThat(page.rules().own()).containsExactly("own.example");
        assertThat(page.slug()).isNotEqualTo(pages.of(program).slug()).startsWith("varen-borjar-");
    }

    @Test
    void staffSeeItBeforeAndSendNothing() {
        var program = scene.program(null, plan -> plan);

        var shown = document(mvc.get()
                .uri("/programs/{id}/registration/preview", program.key())
                .with(SignedIn.viewer())
                .exchange());

        assertThat(shown.text()).contains("This page is not published");
        assertThat(shown.select("form.registration button").hasAttr("disabled")).isTrue();
    }

    @Test
    void itSaysHowItStands() {
        var program = scene.program(1, plan -> PublicScene.rules(plan, false, false));
        var page = scene.publish(program);
        scene.register(mvc, page, PublicScene.newEmail());

        var full = document(get(page.path()));
        assertThat(full.text()).contains("All seats are taken.");
        assertThat(full.select("form.registration")).isEmpty();

        clock.set(program.endsAt().plus(Duration.ofSeconds(1)));
        assertThat(document(get(page.path())).text()).contains("This webinar is over.");
    }

    @Test
    void itGoesIntoACalendarAndLeadsToThePage() {
        var page = scene.publish(scene.program(null, plan -> plan));

        var event = get(page.path() + "/webinar.ics");

        assertThat(event).hasStatusOk().hasHeader("Content-Type", "text/calendar;charset=UTF-8;method=PUBLISH");
        assertThat(event).bodyText().contains("SUMMARY:Våren börjar", "DTSTART;TZID=Europe/Stockholm:20260309T100000");
        assertThat(event).bodyText().contains(page.path()).doesNotContain("webinars.example.org");
    }
}
