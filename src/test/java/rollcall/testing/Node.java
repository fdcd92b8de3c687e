package rollcall.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The packaged application in a process of its own, which can be killed, and somebody who uses it without a browser. */
public final class Node implements AutoCloseable {

    public static final String ADMINISTRATOR = "ada@example.org";

    private static final Path PROGRAM = Path.of("bin", "rollcall");

    /** The first start of a build prepares all later ones. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String PASSWORD = "purple kettle orbit";

    /** Where a node keeps everything; several nodes may share one, and so may a node and the one that goes on after it. */
    public enum Database {
        H2,
        POSTGRESQL;

        /** What a node is started with. What a killed one had in hand is taken up again soon. */
        public String[] arguments(String... more) {
            var all = new ArrayList<>(
                    List.of("--db-scheduler.heartbeat-interval=1s", "--db-scheduler.missed-heartbeats-limit=4"));
            all.addAll(List.of(more));
            if (this == POSTGRESQL) {
                all.add("--spring.datasource.url=" + Databases.freshPostgres());
                all.add("--spring.datasource.username=postgres");
            }
            return all.toArray(String[]::new);
        }
    }

    private final Process process;
    private final Path log;
    private final String base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    private Node(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.base = "http://localhost:" + port;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param folder where it keeps its files, and its H2 database when the arguments name no other
     */
    public static Node start(Path folder, String... arguments) throws IOException {
        int port = freePort();
        var command = new ArrayList<>(List.of(PROGRAM.toString(), "--server.port=" + port, "--rollcall.sample=false"));
        command.addAll(List.of(arguments));
        var log = Files.createTempFile(folder, "node", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JDK_JAVA_OPTIONS",
                        "-Xmx512m -XX:TieredStopAtLevel=1",
                        "ROLLCALL_DATA",
                        folder.toString(),
                        "ROLLCALL_ADMIN_EMAIL",
                        ADMINISTRATOR,
                        "ROLLCALL_ADMIN_PASSWORD",
                        PASSWORD));
        var node = new Node(builder.start(), log, port);
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(node::answers);
        } catch (RuntimeException | Error silent) {
            node.kill();
            throw silent;
        }
        return node;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The node ended: " + said());
        }
        try {
            return send(HttpRequest.newBuilder(URI.create(base + "/actuator/health")))
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Everything that it wrote to its console. */
    public String said() throws IOException {
        return Files.readString(log);
    }

    public void signIn() throws IOException {
        var form = page("/login").selectFirst("form[action$=login]");
        form.selectFirst("[name=username]").val(ADMINISTRATOR);
        form.selectFirst("[name=password]").val(PASSWORD);
        assertThat(submit(form).location()).as("after signing in").endsWith("/programs");
    }

    /** A page that is there. */
    public Document page(String path) throws IOException {
        var answer = send(HttpRequest.newBuilder(URI.create(base).resolve(path)));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    /** A form of a page that is there. */
    public Element form(String path, String selector) throws IOException {
        return page(path).expectFirst(selector);
    }

    /** The path of a new program that has everything but a provider. */
    public String createProgram() throws IOException {
        var form = form("/programs/new", "form[action$=programs]");
        fill(form, "name", "Spring launch");
        fill(form, "zone", "UTC");
        for (var field : List.of("startDate", "endDate")) {
            fill(form, field, "2030-05-01");
        }
        fill(form, "startTime", "10:00");
        fill(form, "endTime", "11:00");
        return submit(form).location().replaceAll("^.*(/programs/\\d+).*$", "$1");
    }

    /** Adds somebody to that program, as Registered. */
    public void register(String program, String email) throws IOException {
        var form = form(program + "/members/new", "form[action$=members]");
        fill(form, "email", email);
        fill(form, "firstName", "Grace");
        fill(form, "status", "REGISTERED");
        submit(form);
    }

    /** What the own page of a program's first member says, in lower case. */
    public String member(String program) throws IOException {
        var row = page(program + "/members").expectFirst("tr[data-member-id]");
        return page(program + "/members/" + row.attr("data-member-id"))
                .select("main")
                .text()
                .toLowerCase(Locale.ROOT);
    }

    /** Fills in a field of a form: types a text, or chooses an option or a radio button. */
    public static void fill(Element form, String name, String value) {
        for (var field : form.select("[name=%s]".formatted(name))) {
            if (field.normalName().equals("select")) {
                field.select("option").removeAttr("selected");
                field.select("option[value=%s]".formatted(value)).attr("selected", "selected");
            } else if (field.attr("type").equals("radio")) {
                field.attr("checked", field.attr("value").equals(value));
            } else {
                field.val(value);
            }
        }
    }

    /** Sends a form of a page as it is filled in; the page that it leads to. */
    public Document submit(Element form) throws IOException {
        var body = ((org.jsoup.nodes.FormElement) form)
                .formData().stream()
                        .map(field -> encoded(field.key()) + "=" + encoded(field.value()))
                        .collect(Collectors.joining("&"));
        var answer = send(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode())
                .as(() -> form.attr("action") + " "
                        + Jsoup.parse(answer.body()).select("main").text())
                .isEqualTo(200);
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** As {@code kill -9}: nothing is told to it, nothing is finished. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
        client.close();
    }
}
