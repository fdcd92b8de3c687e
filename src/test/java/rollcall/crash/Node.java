package rollcall.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The packaged application in a process of its own, which a test may kill, and somebody who works in it over HTTP. */
final class Node implements AutoCloseable {

    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "purple kettle orbit";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final Process process;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Node(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Starts it with these settings and waits until it answers; whoever was there before is signed in. */
    static Node start(Path data, List<String> settings) throws Exception {
        var port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString(),
                "--server.port=" + port,
                "--spring.main.log-startup-info=false"));
        command.addAll(settings);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("node-%d.log".formatted(port)).toFile());
        builder.environment()
                .putAll(Map.of(
                        "ROLLCALL_DATA",
                        data.toString(),
                        "ROLLCALL_ADMIN_EMAIL",
                        EMAIL,
                        "ROLLCALL_ADMIN_PASSWORD",
                        PASSWORD));
        var node = new Node(port, builder.start());
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> node.send("/actuator/health", null).statusCode() == 200);
        node.signIn();
        return node;
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("rollcall-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no packaged application in target."));
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void signIn() throws Exception {
        var answer = post("/login", "/login", Map.of("username", EMAIL, "password", PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    Document page(String path) throws Exception {
        return Jsoup.parse(send(path, null).body());
    }

    /** Sends a form whose token stands on that page; answers without following. */
    HttpResponse<String> post(String page, String path, Map<String, String> form) throws Exception {
        var all = new TreeMap<>(form);
        all.put("_csrf", page(page).select("input[name=_csrf]").first().val());
        return send(path, all);
    }

    private HttpResponse<String> send(String path, @Nullable Map<String, String> form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20));
        if (form != null) {
            var body = form.entrySet().stream()
                    .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"));
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() throws Exception {
        if (process.isAlive()) {
            kill();
        }
    }
}
