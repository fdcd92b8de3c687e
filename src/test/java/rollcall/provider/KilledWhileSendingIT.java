package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rollcall.testing.Databases;
import rollcall.testing.Node;

/** The packaged application is killed between the provider's yes and its own note of it. */
@ResourceLock("own browser")
class KilledWhileSendingIT {

    /** The simulator stores the registration at once and answers only eight seconds later. */
    private static final String SLOW = "grace+slow@example.org";

    enum Database {
        H2,
        POSTGRESQL;

        String[] arguments() {
            // What the killed node had in hand is taken up again soon.
            var all = new ArrayList<>(List.of(
                    "--rollcall.push-lease=PT10S",
                    "--db-scheduler.heartbeat-interval=1s",
                    "--db-scheduler.missed-heartbeats-limit=4"));
            if (this == POSTGRESQL) {
                all.add("--spring.datasource.url=" + Databases.freshPostgres());
                all.add("--spring.datasource.username=postgres");
            }
            return all.toArray(String[]::new);
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void makesOneRegistrantAndOneTruth(Database database) throws IOException {
        var arguments = database.arguments();
        String program;
        try (var node = Node.start(folder, arguments)) {
            node.signIn();
            program = createProgram(node);
            holdAtTheSimulator(node, program);
            register(node, program);
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> registrants(node).equals(List.of(SLOW)));
            assertThat(member(node, program)).doesNotContain("registration accepted");
            node.kill();
        }
        try (var node = Node.start(folder, arguments)) {
            node.signIn();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> member(node, program).contains("registration accepted"));
            assertThat(registrants(node)).containsExactly(SLOW);
        }
    }

    /** The path of a program that has everything but a provider. */
    private static String createProgram(Node node) throws IOException {
        var form = form(node, "/programs/new", "form[action$=programs]");
        Node.fill(form, "name", "Spring launch");
        Node.fill(form, "zone", "UTC");
        for (var field : List.of("startDate", "endDate")) {
            Node.fill(form, field, "2030-05-01");
        }
        Node.fill(form, "startTime", "10:00");
        Node.fill(form, "endTime", "11:00");
        return node.submit(form).location().replaceAll("^.*(/programs/\\d+).*$", "$1");
    }

    private static void holdAtTheSimulator(Node node, String program) throws IOException {
        var form = form(node, program + "/provider", "form[action$=provider]");
        Node.fill(form, "kind", "simulator");
        node.submit(form);
    }

    private static void register(Node node, String program) throws IOException {
        var form = form(node, program + "/members/new", "form[action$=members]");
        Node.fill(form, "email", SLOW);
        Node.fill(form, "status", "REGISTERED");
        node.submit(form);
    }

    private static Element form(Node node, String path, String selector) throws IOException {
        return node.page(path).expectFirst(selector);
    }

    private static List<String> registrants(Node node) throws IOException {
        var webinar = node.page("/admin/simulator").expectFirst("[data-webinar-id] th a");
        return node.page(webinar.attr("href")).select("tr[data-registrant-id]").stream()
                .map(row -> row.text().replaceAll("^.*?([^ ]+@example\\.org).*$", "$1"))
                .toList();
    }

    /** What the member's own page says, in lower case. */
    private static String member(Node node, String program) throws IOException {
        var row = node.page(program + "/members").expectFirst("tr[data-member-id]");
        return node.page(program + "/members/" + row.attr("data-member-id"))
                .select("main")
                .text()
                .toLowerCase(Locale.ROOT);
    }
}
