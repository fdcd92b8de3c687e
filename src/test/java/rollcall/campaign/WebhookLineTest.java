package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine that was looked at is the one that is called. */
class WebhookLineTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final char[] SECRET = "changeit".toCharArray();

    @TempDir
    private Path directory;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " at " + headers.getFirst("Host")
                + " says " + headers.getFirst("X-Who") + ": " + body);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private URI address(String host, String rest) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + rest);
    }

    private WebhookLine line(boolean allowPrivate, InetAddress... found) {
        WebhookLine.Names names = host -> {
            asked.add(host);
            return found;
        };
        var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return new WebhookLine(names, tls, allowPrivate, Duration.ofSeconds(10));
    }

    @Test
    void aNameIsLookedUpOnceAndWhatWasFoundIsCalled() throws IOException {
        var status = line(true, HERE).post(address("hooks.invalid", "/för?x=1"), Map.of("X-Who", "me"), "{\"ä\":1}");
        assertThat(status).isEqualTo(204);
        assertThat(asked).containsExactly("hooks.invalid");
        assertThat(heard)
                .containsExactly("POST /f%C3%B6r?x=1 at hooks.invalid:"
                        + server.getAddress().getPort() + " says me: {\"ä\":1}");
    }

    @Test
    void oneAddressInsideIsEnoughToCallNobody() throws UnknownHostException {
        var outside = InetAddress.getByName("93.184.216.34");
        assertThatExceptionOfType(WebhookLine.Inside.class)
                .isThrownBy(() -> line(false, outside, HERE).post(address("hooks.invalid", ""), Map.of(), "{}"));
        assertThat(asked).containsExactly("hooks.invalid");
        assertThat(heard).isEmpty();
    }

    @Test
    void theNextAddressIsTriedWhereTheFirstDoesNotAnswer() throws IOException {
        var nobody = InetAddress.getByName("127.0.0.77"); // the server listens at another one
        assertThat(line(true, nobody, HERE).post(address("hooks.invalid", ""), Map.of(), "{}"))
                .isEqualTo(204);
        assertThat(heard).hasSize(1);
    }

    @Test
    void aHostWithoutAnAddressIsUnknown() {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> line(true).post(address("hooks.invalid", ""), Map.of(), "{}"));
    }

    @Test
    void withTlsTheCertificateHasToBeTheHosts() throws Exception {
        var context = tlsOf("hooks.example.org");
        var safe = HttpsServer.create(new InetSocketAddress(HERE, 0), 0);
        safe.setHttpsConfigurator(new HttpsConfigurator(context));
        safe.createContext("/", this::answer);
        safe.start();
        try {
            var port = safe.getAddress().getPort();
            var line = new WebhookLine(
                    host -> new InetAddress[] {HERE}, context.getSocketFactory(), true, Duration.ofSeconds(10));
            assertThat(line.post(URI.create("https://hooks.example.org:" + port), Map.of(), "{}"))
                    .isEqualTo(204);
            assertThatIOException()
                    .isThrownBy(() -> line.post(URI.create("https://other.example.org:" + port), Map.of(), "{}"))
                    .withMessageContaining("other.example.org");
            assertThat(heard).hasSize(1);
        } finally {
            safe.stop(0);
        }
    }

    /** Somebody who sends a letter now and then must not keep the line for ever. */
    @Test
    void whoDoesNotComeToAnEndIsHungUpOn() throws Exception {
        try (var slow = new ServerSocket(0, 1, HERE)) {
            Thread.ofVirtual().start(() -> drip(slow));
            var line = new WebhookLine(
                    host -> new InetAddress[] {HERE},
                    (SSLSocketFactory) SSLSocketFactory.getDefault(),
                    true,
                    Duration.ofMillis(300));
            assertThatIOException()
                    .isThrownBy(() ->
                            line.post(URI.create("http://hooks.invalid:" + slow.getLocalPort() + "/"), Map.of(), "{}"));
        }
    }

    private static void drip(ServerSocket slow) {
        try (var caller = slow.accept()) {
            OutputStream out = caller.getOutputStream();
            out.write("HTTP/1.1 200 ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException hungUp) {
            Thread.currentThread().interrupt();
        }
    }

    private SSLContext tlsOf(String host) throws Exception {
        var file = directory.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "hook",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(SECRET))
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, SECRET);
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, SECRET);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("hook", keys.getCertificate("hook"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
