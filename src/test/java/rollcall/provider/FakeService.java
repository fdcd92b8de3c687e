package rollcall.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider's service as its contract says, on this machine: a fake extends it, keeps its own state and answers calls.
 * Whatever can go wrong on the way does when {@link #next} says so. It remembers each call.
 */
public abstract class FakeService implements AutoCloseable {

    protected static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param path without the query, decoded; @param query and @param headers the names of headers in lower case */
    public record Call(
            String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

        public boolean is(String wanted, String pattern) {
            return method.equals(wanted) && path.matches(pattern);
        }

        /** A part of the path, counted from 0. */
        public String part(int nth) {
            return path.split("/")[nth + 1];
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public Map<String, String> form() {
            return pairs(body);
        }
    }

    public record Answer(int status, Map<String, String> headers, String body) {

        public static Answer json(int status, Object body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), JSON.writeValueAsString(body));
        }

        public static Answer empty(int status) {
            return new Answer(status, Map.of(), "");
        }
    }

    /** What goes wrong with one call. */
    public enum Fault {
        /** The answer comes too late; what was asked is done. */
        SLOW,
        /** The line breaks after what was asked was done. */
        DROPPED,
        /** The line breaks in the middle of the answer. */
        HALF_A_BODY,
        /** A page of some proxy, with status 200, and nothing is done. */
        HTML,
        /** HTTP 500, and nothing is done. */
        BROKEN
    }

    private record Trouble(Predicate<Call> which, Fault fault) {}

    /** How long a slow answer takes; longer than {@link ProviderClient} waits. */
    private static final Duration SLOW = Duration.ofSeconds(12);

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<Trouble>> trouble = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Answer>> override = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Predicate<Call>> overridden = new AtomicReference<>(call -> false);

    protected FakeService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newCachedThreadPool(runnable -> {
            var thread = new Thread(runnable, "fake");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
        server.start();
    }

    /** What the service does and says. Only one call is answered at a time. */
    protected abstract Answer answer(Call call);

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next call of that kind goes wrong. */
    public void next(Predicate<Call> which, Fault fault) {
        trouble.set(Optional.of(new Trouble(which, fault)));
    }

    /** The next call of that kind is answered with that, and nothing is done. */
    public void next(Predicate<Call> which, Answer answer) {
        overridden.set(which);
        override.set(Optional.of(answer));
    }

    /** All calls since the beginning. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public long count(Predicate<Call> which) {
        return calls.stream().filter(which).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        var call = call(exchange);
        calls.add(call);
        var wrong = trouble.getAndUpdate(held -> held.filter(one -> !one.which().test(call)));
        var fault = wrong.filter(one -> one.which().test(call)).map(Trouble::fault);
        if (fault.isPresent()) {
            spoil(exchange, call, fault.get());
        } else {
            send(exchange, said(call));
        }
    }

    private Answer said(Call call) {
        if (overridden.get().test(call)) {
            var instead = override.getAndSet(Optional.empty());
            if (instead.isPresent()) {
                return instead.get();
            }
        }
        synchronized (this) {
            return answer(call);
        }
    }

    private void spoil(HttpExchange exchange, Call call, Fault fault) throws IOException {
        switch (fault) {
            case SLOW -> {
                var answer = said(call);
                sleep();
                send(exchange, answer);
            }
            case DROPPED -> {
                said(call);
                exchange.close();
            }
            case HALF_A_BODY -> {
                var body = said(call).body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, Math.max(body.length, 2));
                exchange.getResponseBody().write(body, 0, body.length / 2);
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case HTML ->
                send(exchange, new Answer(200, Map.of("Content-Type", "text/html"), "<html><h1>Welcome</h1></html>"));
            case BROKEN -> send(exchange, new Answer(500, Map.of(), "Something broke."));
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(SLOW);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static Call call(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders().forEach((name, all) -> headers.put(name.toLowerCase(Locale.ROOT), all.getFirst()));
        var uri = exchange.getRequestURI();
        return new Call(
                exchange.getRequestMethod(),
                uri.getPath(),
                pairs(uri.getRawQuery()),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> pairs(String raw) {
        var pairs = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        if (raw != null && !raw.isEmpty()) {
            Arrays.stream(raw.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> pairs.put(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : ""));
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
