package rollcall.provider.gotowebinar;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import org.springframework.web.servlet.view.RedirectView;
import rollcall.account.Accounts;
import rollcall.account.Rights;
import rollcall.program.Actor;
import rollcall.provider.Connection.Health;
import rollcall.provider.ConnectionFixture;
import rollcall.provider.Connections;
import rollcall.provider.FailureWords;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;
import rollcall.web.Flash;
import rollcall.web.PublicUrl;
import rollcall.web.Seals;

/** An administrator goes to GoTo, consents there, and comes back. */
abstract class ConsentPagesTests {

    @Autowired
    private FailureWords failures;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ConnectionFixture fixture;

    @Autowired
    private Connections connections;

    @Autowired
    private Seals seals;

    @Autowired
    private PublicUrl publicUrl;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final GoToScene scene = new GoToScene();
    private long connection;
    private Cookie session;

    @BeforeEach
    void connect() {
        connection = fixture.connection(
                GoToWebinar.KIND, Map.of("client-id", GoToService.CLIENT, "client-secret", "s3cret"));
        var administrator = SignedIn.account(accounts, Rights.ADMINISTRATOR);
        session = new Cookie("ROLLCALL", SignedIn.sessionOf(application, administrator));
    }

    @AfterEach
    void close() {
        scene.close();
        jdbc.sql("delete from provider_connection where kind = 'gotowebinar'").update();
        jdbc.sql("delete from spring_session_attributes where attribute_name = 'rollcall.gotowebinar.consent'")
                .update();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).cookie(session).exchange();
    }

    private MvcTestResult ask() {
        return get("/admin/connections/" + connection + "/consent");
    }

    private static String state(MvcTestResult sent) {
        return ConsentTest.query(URI.create(leadsTo(sent))).get("state");
    }

    private static String leadsTo(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private static String problem(MvcTestResult answer) {
        return ((Flash) answer.getMvcResult().getFlashMap().get("problem")).message();
    }

    @Test
    void theBrowserIsSentToGoTo() {
        var sent = ask();
        assertThat(sent).hasStatus(303);
        assertThat(leadsTo(sent)).startsWith("http://127.0.0.1:9?");
        assertThat(ConsentTest.query(URI.create(leadsTo(sent))))
                .containsEntry("client_id", GoToService.CLIENT)
                .containsEntry("redirect_uri", publicUrl.link("/admin/connections/consent"))
                .containsEntry("code_challenge_method", "S256");
    }

    @Test
    void nothingIsKeptInTheSessionThatCanBeRead() {
        var state = state(ask());
        assertThat(jdbc.sql("select attribute_bytes from spring_session_attributes where attribute_name = :name")
                        .param("name", "rollcall.gotowebinar.consent")
                        .query(byte[].class)
                        .list())
                .singleElement()
                .satisfies(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .doesNotContain(state)
                        .doesNotContain("verifier"));
    }

    @Test
    void whoRefusesThereIsToldThatNothingChanged() {
        var answer = get("/admin/connections/consent?error=access_denied&state=" + state(ask()));
        assertThat(leadsTo(answer)).isEqualTo("/admin/connections/" + connection);
        assertThat(problem(answer)).isEqualTo("provider.gotowebinar.consent.refused");
    }

    @Test
    void anAnswerIsTakenOnce() {
        var address = "/admin/connections/consent?error=access_denied&state=" + state(ask());
        get(address);
        assertThat(problem(get(address))).isEqualTo("provider.gotowebinar.consent.unasked");
    }

    @Test
    void whatNobodyAskedForIsNotLookedAt() {
        assertThat(problem(get("/admin/connections/consent?code=x&state=y")))
                .isEqualTo("provider.gotowebinar.consent.unasked");
        var state = state(ask());
        var other = get("/admin/connections/consent?code=x&state=" + "no" + state);
        assertThat(problem(other)).isEqualTo("provider.gotowebinar.consent.unasked");
        assertThat(leadsTo(other)).isEqualTo("/admin/connections");
    }

    @Test
    void anAnswerMayComeTooLate() {
        var state = state(ask());
        clock.advance(Duration.ofMinutes(31));
        assertThat(problem(get("/admin/connections/consent?error=x&state=" + state)))
                .isEqualTo("provider.gotowebinar.consent.unasked");
    }

    @Test
    void onlyAConnectionToGoToAsksForConsent() {
        assertThat(get("/admin/connections/0/consent")).hasStatus(404);
        connection = fixture.connection("simulator", Map.of());
        assertThat(ask()).hasStatus(404);
    }

    @Test
    void whatIsSwitchedOffAsksForNothing() {
        fixture.disable(connection);
        var answer = ask();
        assertThat(problem(answer)).isEqualTo("provider.gotowebinar.consent.failed");
        assertThat(leadsTo(answer)).isEqualTo("/admin/connections/" + connection);
    }

    @Test
    void aConsentIsKeptAndTriedAtOnce() {
        var next = new RedirectAttributesModelMap();
        var controller = controller();
        var session = new MockHttpSession();
        var asked = query((ResponseEntity<?>) controller.ask(connection, session, next));
        var code = scene.service.consent(asked);
        var back = (RedirectView) controller.answered(Actor.SYSTEM, asked.get("state"), code, session, next);

        assertThat(back.getUrl()).isEqualTo("/admin/connections/" + connection);
        assertThat(((Flash) next.getFlashAttributes().get("flash")).message())
                .isEqualTo("provider.gotowebinar.consent.given");
        assertThat(connections.of(connection))
                .containsEntry("refresh-token", "refresh-2")
                .containsEntry("organizer-key", GoToService.ORGANIZER)
                .containsEntry("client-secret", "s3cret");
        assertThat(connections.connection(connection).health()).isEqualTo(Health.WELL);
        assertThat(session.getAttributeNames().hasMoreElements()).isFalse();
    }

    @Test
    void aCodeThatIsWorthNothingChangesNothing() {
        var next = new RedirectAttributesModelMap();
        var controller = controller();
        var session = new MockHttpSession();
        var asked = query((ResponseEntity<?>) controller.ask(connection, session, next));
        controller.answered(Actor.SYSTEM, asked.get("state"), "forged", session, next);
        assertThat(((Flash) next.getFlashAttributes().get("problem")).arguments())
                .containsExactly("invalid_grant: It is not taken any more.");
        assertThat(connections.of(connection)).containsOnlyKeys("client-id", "client-secret");
    }

    private static Map<String, String> query(ResponseEntity<?> sent) {
        return ConsentTest.query(sent.getHeaders().getLocation());
    }

    /** As in the application, with the fake instead of the vendor. */
    private ConsentController controller() {
        return new ConsentController(
                new Consent(connections, scene.settings, clock),
                new GoToWebinar(connections, scene.settings, clock),
                connections,
                seals,
                publicUrl,
                events,
                clock,
                failures);
    }
}
