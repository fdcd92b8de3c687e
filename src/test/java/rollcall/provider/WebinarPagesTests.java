package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.testing.SignedIn;

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
    private ScriptedProvider provider;

    private Program program;

    @BeforeEach
    void begin() {
        provider.reset();
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

        assertThat(post(path("/provider"), Map.of("kind", "scripted", "refreshesItself", "true")))
                .hasStatus(303)
                .hasRedirectedUrl(path("/provider"));

        var webinar = webinars.of(program.key()).orElseThrow();
        assertThat(webinar.event()).isEqualTo(new EventRef("scripted", "event-" + program.key()));
        assertThat(webinar.refreshesItself()).isTrue();
        assertThat(webinar.leavesWhenCancelled()).isFalse();
        assertThat(get(path("/provider"), false)
                        .select("input[name=kind][checked]")
                        .eachAttr("value"))
                .containsExactly("scripted");

        assertThat(post(path("/provider"), Map.of("kind", ""))).hasStatus(303);
        assertThat(webinars.of(program.key())).isEmpty();
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
                .isEqualTo("registration accepted");
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
