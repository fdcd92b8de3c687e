package rollcall.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * A port for whoever runs Rollcall, apart from the one for people: by default it is reached from this machine only. It
 * gives the metrics to anybody there, and on H2, which nobody else can read, a backup to who has the
 * {@link OperationsPass}. Not Spring Boot's management port, since that would take the health along, which whoever starts
 * and stops nodes asks for where requests go.
 */
@Component
class OperationsPort implements SmartLifecycle {

    static final String METRICS = "/metrics";
    static final String BACKUPS = "/backups";

    private static final Logger LOG = LoggerFactory.getLogger(OperationsPort.class);
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final int OFF = -1;

    private final ObjectProvider<PrometheusMeterRegistry> registry;
    private final Backups backups;
    private final String address;
    private final int port;
    private final BackupSettings settings;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;
    private volatile @Nullable OperationsPass pass;

    /**
     * @param address which of this machine's addresses it is reached at
     * @param port 0 for any that is free, -1 for none
     */
    OperationsPort(
            ObjectProvider<PrometheusMeterRegistry> registry,
            Backups backups,
            @Value("${rollcall.operations.address:127.0.0.1}") String address,
            @Value("${rollcall.operations.port:8081}") int port,
            Environment settings) {
        this.registry = registry;
        this.backups = backups;
        this.address = address;
        this.port = port;
        this.settings = BackupSettings.of(settings);
    }

    /** A port that is taken, such as by another node on the same machine, keeps nobody from working. */
    @Override
    public void start() {
        if (port == OFF) {
            return;
        }
        try {
            open();
        } catch (IOException refused) {
            stop();
            LOG.warn("No metrics and no backups at port {} of {}: {}", port, address, refused.toString());
        }
    }

    /** The pass last: a server that was not started yet would keep its port when it is stopped. */
    private void open() throws IOException {
        var begun = HttpServer.create(new InetSocketAddress(address, port), 0);
        server = begun;
        threads = Executors.newFixedThreadPool(2);
        begun.setExecutor(threads);
        begun.createContext("/", this::answer);
        begun.start();
        if (!settings.onPostgres()) {
            pass = OperationsPass.leave(settings.data(), begun.getAddress());
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            switch (asked) {
                case "GET " + METRICS -> metrics(exchange);
                case "POST " + BACKUPS -> backup(exchange);
                default -> send(exchange, HttpURLConnection.HTTP_NOT_FOUND, TEXT, "");
            }
        }
    }

    private void metrics(HttpExchange exchange) throws IOException {
        var source = registry.getIfAvailable();
        send(exchange, HttpURLConnection.HTTP_OK, METRICS_TYPE, source == null ? "" : source.scrape());
    }

    private void backup(HttpExchange exchange) throws IOException {
        var needed = pass;
        if (needed == null) {
            send(exchange, HttpURLConnection.HTTP_NOT_FOUND, TEXT, "");
            return;
        }
        if (!needed.shownIn(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, HttpURLConnection.HTTP_FORBIDDEN, TEXT, "");
            return;
        }
        try {
            send(
                    exchange,
                    HttpURLConnection.HTTP_OK,
                    TEXT,
                    backups.make().path().toString());
        } catch (IOException | DataAccessException failed) {
            LOG.error("A backup failed: {}", failed.getClass().getSimpleName());
            send(exchange, HttpURLConnection.HTTP_INTERNAL_ERROR, TEXT, "");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** Where it is reached; null while it is not. */
    @Nullable
    InetSocketAddress reachedAt() {
        return server == null ? null : server.getAddress();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (threads != null) {
            threads.shutdown();
            threads = null;
        }
        var left = pass;
        if (left != null) {
            left.takeBack();
            pass = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
