package rollcall.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * As much of Zoom as registering needs, in a process of its own: each registration is taken after so many milliseconds.
 * Prints its port.
 */
public final class FakeZoom {

    private static final AtomicLong REGISTRANTS = new AtomicLong();

    private FakeZoom() {}

    public static void main(String[] milliseconds) throws IOException {
        var wait = Long.parseLong(milliseconds[0]);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", call -> answer(call, wait));
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private static void answer(HttpExchange call, long wait) throws IOException {
        call.getRequestBody().readAllBytes();
        var path = call.getRequestURI().getPath();
        if (path.endsWith("/token")) {
            say(call, 200, "{\"access_token\":\"T\",\"token_type\":\"bearer\",\"expires_in\":3600,\"scope\":\"\"}");
        } else if (path.endsWith("/questions")) {
            say(call, 200, "{\"questions\":[],\"custom_questions\":[]}");
        } else if (path.endsWith("/registrants") && call.getRequestMethod().equals("POST")) {
            pass(wait);
            var id = "r" + REGISTRANTS.incrementAndGet();
            say(
                    call,
                    201,
                    "{\"registrant_id\":\"%s\",\"join_url\":\"https://zoom.example.org/w/%s\"}".formatted(id, id));
        } else {
            say(call, 200, """
                {"id":97000000001,"topic":"Bench","type":5,"start_time":"2035-05-01T10:00:00Z","duration":60,
                "settings":{"approval_type":0}}\
                """);
        }
    }

    private static void pass(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(HttpExchange call, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
