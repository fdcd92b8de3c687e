package rollcall.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rollcall.testing.Databases;

/**
 * The process is killed after the provider has taken a registration and before Rollcall noted it: the provider has it
 * once, and Rollcall finds that out.
 */
class KilledWhileSendingIT {

    /** The simulator takes this address at once, and says so only after some seconds. */
    private static final String SLOW = "grace.hopper+slow@example.org";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path data;

    static Stream<String> databases() {
        return Stream.of("H2", "PostgreSQL");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void oneRegistrantAndOneTruth(String database) throws Exception {
        var settings = settings(database);
        String member;
        try (var node = Node.start(data, settings)) {
            member = node.post("/programs/1/members/new", "/programs/1/members", added())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            await().atMost(PATIENCE).until(() -> registrants(node).equals(List.of(SLOW)));
            assertThat(delivery(node, member)).isEqualTo("sending");
            node.kill();
        }
        try (var node = Node.start(data, settings)) {
            await().atMost(PATIENCE).until(() -> delivery(node, member).equals("accepted by the provider"));
            assertThat(registrants(node)).containsExactly(SLOW);
            assertThat(node.page(member).select(".timeline-what").eachText())
                    .filteredOn(text -> text.startsWith("The "))
                    .containsExactly("The provider accepted the registration.");
        }
    }

    private static Map<String, String> added() {
        return Map.of("email", SLOW, "firstName", "Grace", "lastName", "Hopper", "status", "REGISTERED");
    }

    private static String delivery(Node node, String member) throws Exception {
        return node.page(member).select("#now .label").text();
    }

    /** Everybody of that address whom the simulator knows, as its page shows them. */
    private static List<String> registrants(Node node) throws Exception {
        return node.page("/admin/simulator/1?q=grace.hopper")
                .select("tr[data-registrant] [data-email]")
                .eachText();
    }

    private List<String> settings(String database) {
        var lease = "--rollcall.push-lease=PT10S";
        return database.equals("H2")
                ? List.of(lease)
                : List.of(
                        lease,
                        "--spring.profiles.active=postgresql",
                        "--spring.datasource.url=" + Databases.freshPostgres(),
                        "--spring.datasource.username=postgres");
    }
}
