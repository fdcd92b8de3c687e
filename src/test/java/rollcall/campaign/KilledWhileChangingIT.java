package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rollcall.testing.Node;

/**
 * The packaged application is killed in the middle of a bulk change of ten thousand, while the first of them are written to.
 * The next one goes on where it stopped: everybody is registered, and has one confirmation.
 */
@ResourceLock("browser")
class KilledWhileChangingIT {

    private static final int MEMBERS = 10_000;

    /** More cannot be pasted. */
    private static final int AT_ONCE = 1_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void goesOnAndWritesNobodyTwice(Node.Database database) throws Exception {
        var arguments = database.arguments("--rollcall.job-lease=PT5S", "--rollcall.mail.lease=PT5S");
        final String program;
        final String job;
        try (var node = Node.start(folder, arguments)) {
            node.signIn();
            program = node.createProgram();
            node.submit(node.form(program + "/campaigns", "form[action$=recipes]"));
            for (int from = 0; from < MEMBERS; from += AT_ONCE) {
                invite(node, program, from);
            }
            job = register(node, program);
            var done = await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> done(node.page(job)), many -> many >= MEMBERS / 5);
            node.kill();
            assertThat(done).as("killed half-way").isLessThan(MEMBERS);
        }
        try (var node = Node.start(folder, arguments)) {
            node.signIn();
            ended(node, job);
            await().atMost(Duration.ofSeconds(180))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(letters(node, "IN_MAILBOX"))
                            .as("of %d letters, %d came", letters(node, ""), came(node, program))
                            .isEqualTo(MEMBERS));
            assertThat(letters(node, "")).as("all letters there are").isEqualTo(MEMBERS);
            assertThat(came(node, program)).isEqualTo(MEMBERS);
        }
    }

    private static void invite(Node node, String program, int from) throws IOException {
        var people = IntStream.range(from, from + AT_ONCE)
                .mapToObj("p%d@example.org"::formatted)
                .collect(Collectors.joining("\n"));
        var form = node.form(program + "/members/new?how=paste", "form.add-form");
        form.expectFirst("textarea[name=people]").val(people);
        Node.fill(form, "status", "INVITED");
        node.submit(with(node.submit(form).expectFirst(".preview form"), "confirm"));
    }

    private static String register(Node node, String program) throws IOException {
        var form = node.form(program + "/members", "#bulk");
        Node.fill(form, "status", "REGISTERED");
        var confirm = node.submit(with(form, "all")).expectFirst("form.card-foot");
        return URI.create(node.submit(with(confirm, "confirm")).location()).getPath();
    }

    /** As if that button of the form were pressed. */
    private static Element with(Element form, String button) {
        form.appendElement("input").attr("type", "hidden").attr("name", button).val("true");
        return form;
    }

    private static void ended(Node node, String job) {
        await().atMost(Duration.ofSeconds(180))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> node.page(job).select("#job[data-state=DONE]").size() == 1);
    }

    /** For how many the job is through. */
    private static long done(Document job) {
        return number(job.select(".job-count").text().replaceAll(" of .*", ""));
    }

    private static long letters(Node node, String state) throws IOException {
        var counts = node.page("/letters")
                .select("#letter-counts [data-state%s] b".formatted(state.isEmpty() ? "" : "=" + state));
        return counts.eachText().stream()
                .mapToLong(KilledWhileChangingIT::number)
                .sum();
    }

    /** How many came into the recipe that confirms. */
    private static long came(Node node, String program) throws IOException {
        var confirmation = node.page(program + "/campaigns").select(".campaign-name a").stream()
                .filter(link -> link.text().equals("Confirmation"))
                .findFirst()
                .orElseThrow();
        return number(node.page(confirmation.attr("href"))
                .select("#results .card-head p")
                .text());
    }

    private static long number(String text) {
        var digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
