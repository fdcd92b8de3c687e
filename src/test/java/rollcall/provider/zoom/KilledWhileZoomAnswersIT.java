package rollcall.provider.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.provider.FakeService.Call;
import rollcall.provider.FakeService.Fault;
import rollcall.testing.Node;

/** The packaged application and a Zoom of our own: what is registered there and what is stored here is the same in the end. */
@ResourceLock("browser")
class KilledWhileZoomAnswersIT {

    private static final String GRACE = "grace@example.org";

    @TempDir
    Path folder;

    private final ZoomService zoom = new ZoomService(Clock.systemUTC());
    private ZoomService.Webinar webinar;

    @BeforeEach
    void begin() {
        webinar = zoom.webinar(ZoomFixture.ID, Instant.parse("2030-05-01T10:00:00Z"));
    }

    @AfterEach
    void end() {
        zoom.close();
    }

    private String[] arguments(Node.Database database) {
        return database.arguments(
                "--rollcall.push-lease=PT10S",
                "--rollcall.provider.zoom.base-url=" + zoom.uri() + "/v2",
                "--rollcall.provider.zoom.token-url=" + zoom.uri() + "/oauth/token",
                "--rollcall.provider.zoom.rate=500",
                "--rollcall.connections.events.kind=zoom",
                "--rollcall.connections.events.account-id=" + ZoomService.ACCOUNT,
                "--rollcall.connections.events.client-id=" + ZoomService.CLIENT,
                "--rollcall.connections.events.client-secret=S-1");
    }

    private static boolean registers(Call call) {
        return call.is("POST", "/v2/webinars/\\d+/(batch_)?registrants");
    }

    /** Killed after Zoom has taken somebody and before its answer came, whether it takes them alone or in a batch. */
    @ParameterizedTest
    @CsvSource({"H2, 0", "POSTGRESQL, 1"})
    void oneRegistrantAndOneTruth(Node.Database database, int approval) throws IOException {
        webinar.approval = approval;
        var arguments = arguments(database);
        zoom.next(KilledWhileZoomAnswersIT::registers, Fault.SLOW);
        String program;
        try (var node = Node.start(folder, arguments)) {
            node.signIn();
            program = programAtZoom(node);
            node.register(program, GRACE);
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> webinar.find(GRACE).isPresent());
            assertThat(node.member(program)).doesNotContain("accepted");
            node.kill();
        }
        try (var node = Node.start(folder, arguments)) {
            node.signIn();
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> node.member(program).contains("accepted"));
        }
        assertThat(zoom.count(KilledWhileZoomAnswersIT::registers)).isEqualTo(1);
        assertThat(webinar.registrants)
                .singleElement()
                .satisfies(one -> assertThat(one.status).isEqualTo("approved"));
    }

    /** Two processes over one database send what waits, each registration once. */
    @Test
    void twoNodesSendEachRegistrationOnce() throws IOException {
        var arguments = arguments(Node.Database.POSTGRESQL);
        try (var one = Node.start(folder, arguments);
                var other = Node.start(folder, arguments)) {
            one.signIn();
            var first = programAtZoom(one);
            var second = programAtZoom(one);
            other.signIn();
            var emails = new ArrayList<String>();
            for (int n = 0; n < 40; n++) {
                emails.add("p%02d@example.org".formatted(n));
                (n % 2 == 0 ? one : other).register(n < 20 ? first : second, emails.getLast());
            }
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> underway(one, first) + underway(one, second) == 0);
            assertThat(sent()).containsExactlyInAnyOrderElementsOf(emails);
            assertThat(webinar.registrants).hasSize(40);
        }
    }

    private List<String> sent() {
        return zoom.calls().stream()
                .filter(KilledWhileZoomAnswersIT::registers)
                .map(call -> call.json().path("email").asString())
                .toList();
    }

    private static int underway(Node node, String program) throws IOException {
        return node.page(program + "/members?delivery=QUEUED")
                        .select("tr[data-member-id]")
                        .size()
                + node.page(program + "/members?delivery=SENDING")
                        .select("tr[data-member-id]")
                        .size();
    }

    private String programAtZoom(Node node) throws IOException {
        var program = node.createProgram();
        var form = node.form(program + "/provider", "form[action$=provider]");
        var choice = form.expectFirst("[name=kind][value^=zoom]").val();
        Node.fill(form, "kind", choice);
        Node.fill(form, "event", ZoomFixture.ID);
        node.submit(form);
        return program;
    }
}
