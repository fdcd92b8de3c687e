package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rollcall.testing.Node;

/**
 * The packaged application is killed while a recipe's letters go out. Each registrant gets the confirmation; whoever gets
 * it twice is among those whose letter was on its way when the node died, and the page of letters says so.
 */
@ResourceLock("browser")
class KilledWhileMailingIT {

    private static final int REGISTRANTS = 600;

    /** How many letters one node hands over at the same time. */
    private static final int SENDERS = 2;

    @TempDir
    Path folder;

    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void begin() {
        mail.start();
    }

    @AfterEach
    void end() {
        mail.stop();
    }

    @ParameterizedTest
    @EnumSource
    void writesToEverybodyOnceSaveThoseWhoAreListed(Node.Database database) throws Exception {
        var arguments = database.arguments(
                "--rollcall.mail.lease=PT10S",
                "--rollcall.mail.senders=" + SENDERS,
                "--rollcall.mail.from=rollcall@example.org",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mail.getSmtp().getPort());
        try (var node = Node.start(folder, arguments)) {
            node.signIn();
            var program = node.createProgram();
            node.submit(node.form(program + "/campaigns", "form[action$=recipes]"));
            register(node, program);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> mail.getReceivedMessages().length > REGISTRANTS / 10);
            node.kill();
        }
        assertThat(mail.getReceivedMessages().length).as("killed half-way").isLessThan(REGISTRANTS);
        try (var node = Node.start(folder, arguments)) {
            node.signIn();
            await().atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> sent(node) == REGISTRANTS);
            var byRecipient = recipients();
            assertThat(byRecipient)
                    .hasSize(REGISTRANTS)
                    .allSatisfy((address, ids) -> assertThat(ids.stream().distinct())
                            .as("one Message-ID for each letter")
                            .hasSize(1));
            var twice = byRecipient.entrySet().stream()
                    .filter(one -> one.getValue().size() > 1)
                    .map(Map.Entry::getKey)
                    .toList();
            var listed = node.page("/letters?twice=true")
                    .select("main table tbody tr")
                    .eachText();
            assertThat(listed).hasSizeLessThanOrEqualTo(SENDERS);
            assertThat(twice).allSatisfy(address -> assertThat(listed).anyMatch(line -> line.contains(address)));
        }
    }

    private static void register(Node node, String program) throws IOException {
        var people = IntStream.range(0, REGISTRANTS)
                .mapToObj("p%d@example.org"::formatted)
                .collect(Collectors.joining("\n"));
        var form = node.form(program + "/members/new?how=paste", "form.add-form");
        form.expectFirst("textarea[name=people]").val(people);
        Node.fill(form, "status", "REGISTERED");
        var confirm = node.submit(form).expectFirst(".preview form");
        confirm.appendElement("input")
                .attr("type", "hidden")
                .attr("name", "confirm")
                .val("true");
        node.submit(confirm);
    }

    private static long sent(Node node) throws IOException {
        return node.page("/letters").select("#letter-counts [data-state=SENT] b").eachText().stream()
                .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")))
                .sum();
    }

    /** The Message-IDs of what arrived, by the address it went to. */
    private Map<String, List<String>> recipients() {
        return Arrays.stream(mail.getReceivedMessages())
                .collect(Collectors.groupingBy(
                        KilledWhileMailingIT::recipient,
                        Collectors.mapping(KilledWhileMailingIT::id, Collectors.toList())));
    }

    private static String recipient(MimeMessage message) {
        try {
            return ((InternetAddress) message.getAllRecipients()[0]).getAddress();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
