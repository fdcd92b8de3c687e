package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import rollcall.member.MembersFixture;
import rollcall.program.StatusCode;
import rollcall.provider.Connection.Health;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;

abstract class ConnectionPagesTests {

    private static final String HERE = "/admin/connections";

    /** Long enough not to stand by chance in what is sealed. */
    private static final String ACCOUNT = "account-of-acme";

    private static final String CLIENT = "client-of-acme";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConnectionFixture fixture;

    @Autowired
    private Connections connections;

    @Autowired
    private Webinars webinars;

    @Autowired
    private WebinarRows webinarRows;

    @Autowired
    private MembersFixture members;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private String name;

    @BeforeEach
    void begin() {
        clock.set(TestClock.START);
        name = "Events " + UUID.randomUUID();
    }

    private Document get(String address) throws Exception {
        return page(mvc.get()
                .uri(address)
                .with(SignedIn.administrator())
                .accept(MediaType.TEXT_HTML)
                .exchange());
    }

    private static Document page(MvcTestResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private MvcTestResult post(String address, Map<String, String> form) {
        var request = mvc.post()
                .uri(address)
                .with(SignedIn.administrator())
                .with(csrf())
                .accept(MediaType.TEXT_HTML);
        form.forEach(request::param);
        return request.exchange();
    }

    private Map<String, String> zoom(String secret) {
        return Map.of(
                "provider", "zoom",
                "name", name,
                "credential.account-id", ACCOUNT,
                "credential.client-id", CLIENT,
                "credential.client-secret", secret);
    }

    private Connection added() {
        return connections.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aConnectionIsStoredSealedAndChecked() throws Exception {
        var answer = post(HERE, zoom("top-secret-words-9abc"));

        var connection = added();
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(HERE + "/" + connection.id());
        assertThat(connections.of(connection.id()))
                .containsEntry("client-secret", "top-secret-words-9abc")
                .containsEntry("account-id", ACCOUNT);
        assertThat(connection.health()).as("nobody answers in a test").isEqualTo(Health.TROUBLED);
        assertThat(jdbc.sql("select credentials from provider_connection where id = :id")
                        .param("id", connection.id())
                        .query(String.class)
                        .single())
                .doesNotContain("top-secret", ACCOUNT, CLIENT);
        var page = get(HERE + "/" + connection.id());
        assertThat(page.html()).doesNotContain("top-secret").contains("…9abc");
        assertThat(page.select("#account-id").val()).isEqualTo(ACCOUNT);
        assertThat(page.select("#client-secret").attr("type")).isEqualTo("password");
        assertThat(get(HERE)
                        .select("tr[data-connection-id=" + connection.id() + "]")
                        .attr("data-health"))
                .isEqualTo("TROUBLED");
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStaysButSecrets() throws Exception {
        var answer = post(
                HERE,
                Map.of(
                        "provider",
                        "zoom",
                        "name",
                        name,
                        "credential.client-id",
                        "C1",
                        "credential.client-secret",
                        "hush"));

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        var page = page(answer);
        assertThat(page.select("#error-summary a").eachAttr("href")).containsExactly("#account-id");
        assertThat(page.select("#client-id").val()).isEqualTo("C1");
        assertThat(page.html()).doesNotContain("hush");
    }

    @Test
    void whatIsLeftBlankStaysAsItWas() {
        var id = fixture.zoom(name);
        post(HERE + "/" + id, Map.of("provider", "zoom", "name", name + " 2", "credential.client-id", "C2"));

        assertThat(connections.find(id).orElseThrow().name()).isEqualTo(name + " 2");
        assertThat(connections.of(id))
                .containsEntry("client-id", "C2")
                .containsEntry("client-secret", ConnectionFixture.SECRET);
    }

    @Test
    void onesThatAreSwitchedOffLetNothingThrough() {
        var id = fixture.zoom(name);
        post(HERE + "/" + id + "/state", Map.of("enabled", "false"));
        assertThatThrownBy(() -> connections.of(id))
                .isInstanceOfSatisfying(
                        ProviderTrouble.class,
                        trouble -> assertThat(trouble.failure()).isInstanceOf(ProviderFailure.Barred.class));

        post(HERE + "/" + id + "/state", Map.of("enabled", "true"));
        assertThat(connections.of(id)).isNotEmpty();
    }

    @Test
    void oneThatAProgramNeedsIsNotTakenAway() {
        var id = fixture.zoom(name);
        fixture.hold(members.program(null), id);
        post(HERE + "/" + id + "/removal", Map.of());
        assertThat(connections.find(id)).isPresent();
    }

    @Test
    void anUnusedOneIs() {
        var id = fixture.zoom(name);
        post(HERE + "/" + id + "/removal", Map.of());
        assertThat(connections.find(id)).isEmpty();
    }

    @Test
    void whatNobodyLetsInStopsAllThatGoesThroughItUntilItWorksAgain() throws Exception {
        var id = fixture.zoom(name);
        var one = fixture.hold(members.program(null), id);
        var program = members.program(null);
        fixture.hold(program, id);
        var until = clock.instant().plus(Duration.ofMinutes(15));

        connections.hold(id, new Step.Held(until, Backoff.BARRED_OUT, "Invalid client."));

        assertThat(connections.find(id).orElseThrow().health()).isEqualTo(Health.BARRED);
        assertThat(webinars.of(program.key()).orElseThrow().heldUntil()).isEqualTo(until);
        assertThat(get("/people").select("a[href$=connections] .nav-count").text())
                .as("on every page of an administrator")
                .matches(", [1-9]\\d*");
        connections.trouble(one, new ProviderFailure.Temporary("busy"));
        assertThat(connections.find(id).orElseThrow().health())
                .as("what passes by itself does not hide it")
                .isEqualTo(Health.BARRED);

        connections.well(one);

        assertThat(connections.find(id).orElseThrow().health()).isEqualTo(Health.WELL);
        assertThat(webinars.of(program.key()).orElseThrow().heldUntil()).isNull();
    }

    @Test
    void aManagerChoosesAConnectionAndAnEvent() throws Exception {
        var id = fixture.zoom(name);
        var program = members.program(null);
        var member = members.member(program, StatusCode.REGISTERED);
        var provider = "/programs/" + program.key() + "/provider";
        assertThat(get(provider).select("input[value=zoom:" + id + "]")).hasSize(1);

        var missing = post(provider, Map.of("kind", "zoom:" + id, "event", " "));
        assertThat(missing).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(page(missing).select("#event-id-error")).hasSize(1);
        assertThat(webinars.of(program.key())).isEmpty();

        post(provider, Map.of("kind", "zoom:" + id, "event", "970 0000 0001"));
        assertThat(webinars.of(program.key()).orElseThrow().event()).isEqualTo(new EventRef("zoom", "97000000001", id));
        assertThat(jdbc.sql("select connection_id from push where member_id = :member")
                        .param("member", member)
                        .query(Long.class)
                        .single())
                .isEqualTo(id);
        assertThat(get(provider).select("#event-id").val()).isEqualTo("97000000001");
    }

    @Test
    void whoeverCannotProveToBeTheProviderIsNotHeard() {
        var id = fixture.zoom(name);
        var program = members.program(null);
        fixture.hold(program, id);
        webinarRows.refreshNext(program.key(), null);

        var answer = mvc.post()
                .uri("/hooks/zoom/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"event\":\"webinar.ended\"}")
                .exchange();

        assertThat(answer).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.post().uri("/hooks/teams/" + id).exchange()).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(webinars.of(program.key()).orElseThrow().nextRefreshAt()).isNull();
    }

    @Test
    void whatTheProviderWasAskedToTellStandsOnThePage() throws Exception {
        var id = fixture.connection(
                "teams", Map.of("tenant-id", "t", "client-id", "c", "client-secret", "s", "client-state", "made-up"));
        assertThat(get("/admin/connections/" + id).select("#subscriptions")).isEmpty();
        var now = clock.instant();
        jdbc.sql("""
            insert into subscription (connection_id, event_id, topic, wanted, remote_id, until_at, due_at, failures, words)
            values (:id, 'f4b3@a1a5', 'registrations', true, 's-1', :until, :until, 0, null),
                (:id, 'f4b3@a1a5', 'webinar', true, null, null, :until, 2, 'Forbidden')\
            """)
                .param("id", id)
                .param("until", java.sql.Timestamp.from(now.plusSeconds(3600)))
                .update();

        var rows = get("/admin/connections/" + id).select("#subscriptions tbody tr");
        assertThat(rows.eachAttr("data-topic")).containsExactly("registrations", "webinar");
        assertThat(rows.get(0).text()).startsWith("f4b3@a1a5 registrations Tells");
        assertThat(rows.get(1).text()).startsWith("f4b3@a1a5 the webinar itself Refused Forbidden Next try");
    }
}
