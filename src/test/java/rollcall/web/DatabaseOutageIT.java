package rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import rollcall.account.Accounts;
import rollcall.account.Rights;
import rollcall.testing.FrozenDatabase;
import rollcall.testing.SignedIn;

/** The application over a PostgreSQL server that stops answering, or stops. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "db-scheduler.enabled=true")
@ActiveProfiles({"postgresql", "test"})
@ContextConfiguration(initializers = FrozenDatabase.class)
@DirtiesContext
@ResourceLock("browser")
class DatabaseOutageIT {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration RECOVERED = Duration.ofSeconds(10);

    @Autowired
    ApplicationContext application;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private String session;

    @BeforeEach
    void signIn() {
        session = SignedIn.sessionOf(application, SignedIn.account(accounts, Rights.ADMINISTRATOR));
    }

    @AfterAll
    static void end() throws IOException {
        FrozenDatabase.end();
    }

    @Test
    void aFrozenServerIsToldOfAtOnceAndTheTextIsKeptUntilItAnswersAgain() throws Exception {
        var form = Jsoup.parse(get("/programs/new").body()).select("main form").first();
        form.select("[name=name]").val("Spring launch");
        form.select("[name=startDate], [name=endDate]").val("2026-05-01");
        form.select("[name=startTime]").val("10:00");
        form.select("[name=endTime]").val("11:00");
        form.select("[name=zone]").val("Europe/Berlin");

        FrozenDatabase.freeze();
        Element again;
        try {
            again = assertGone(send(form)).select("main form").first();
            assertGone(get("/programs"));
            assertDown();
        } finally {
            FrozenDatabase.thaw();
        }

        awaitRecovery();
        assertThat(again.select("[name=name]").val()).isEqualTo("Spring launch");
        assertThat(send(again).headers().firstValue("Location").orElse("")).matches("/programs/\\d+");
    }

    @Test
    void aServerThatStopsIsFoundAgain() throws Exception {
        assertThat(get("/programs").statusCode()).isEqualTo(200);

        FrozenDatabase.stop();
        try {
            assertGone(get("/programs"));
            assertDown();
        } finally {
            FrozenDatabase.startAgain();
        }

        awaitRecovery();
    }

    private static Document assertGone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("main h1").text()).isEqualTo("Rollcall cannot reach its database");
        return page;
    }

    private void assertDown() throws IOException, InterruptedException {
        var health = health();
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("\"status\":\"DOWN\"");
        assertThat(health("/liveness").statusCode()).isEqualTo(200);
        assertThat(health("/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(health("/readiness").statusCode()).isEqualTo(503);
    }

    private void awaitRecovery() {
        await().atMost(RECOVERED).until(() -> get("/programs").statusCode() == 200);
        await().atMost(RECOVERED).until(() -> health().statusCode() == 200);
        await().atMost(RECOVERED).until(() -> health("/readiness").statusCode() == 200);
    }

    /** As those ask who watch over it: without a session. */
    private HttpResponse<String> health() throws IOException, InterruptedException {
        return health("");
    }

    private HttpResponse<String> health(String which) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health" + which)));
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return ask(request(address).GET());
    }

    private HttpResponse<String> send(Element form) throws IOException, InterruptedException {
        var fields = form.select("input[name], textarea[name]").stream()
                .map(field -> encoded(field.attr("name")) + "=" + encoded(field.val()))
                .collect(Collectors.joining("&"));
        return ask(request(form.attr("action"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Cookie", "ROLLCALL=" + session);
    }

    /** Fails when the answer does not come soon. */
    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(SOON).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
