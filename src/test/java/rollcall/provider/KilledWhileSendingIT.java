package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rollcall.testing.Node;

/** The packaged application is killed between the provider's yes and its own note of it. */
@ResourceLock("browser")
class KilledWhileSendingIT {

    /** The simulator stores the registration at once and answers only eight seconds later. */
    private static final String SLOW = "grace+slow@example.org";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void makesOneRegistrantAndOneTruth(Node.Database database) throws IOException {
        var arguments = database.arguments("--rollcall.push-lease=PT10S");
        String program;
        try (var node = Node.start(folder, arguments)) {
            node.signIn();
            program = node.createProgram();
            holdAtTheSimulator(node, program);
            node.register(program, SLOW);
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> registrants(node).equals(List.of(SLOW)));
            assertThat(node.member(program)).doesNotContain("accepted");
            node.kill();
        }
        try (var node = Node.start(folder, arguments)) {
            node.signIn();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> node.member(program).contains("accepted"));
            assertThat(registrants(node)).containsExactly(SLOW);
        }
    }

    private static void holdAtTheSimulator(Node node, String program) throws IOException {
        var form = node.form(program + "/provider", "form[action$=provider]");
        Node.fill(form, "kind", "simulator");
        node.submit(form);
    }

    private static List<String> registrants(Node node) throws IOException {
        var webinar = node.page("/admin/simulator").expectFirst("[data-webinar-id] th a");
        return node.page(webinar.attr("href")).select("tr[data-registrant-id]").stream()
                .map(row -> row.text().replaceAll("^.*?([^ ]+@example\\.org).*$", "$1"))
                .toList();
    }
}
