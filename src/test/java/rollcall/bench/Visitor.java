package rollcall.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/** An administrator who looks at pages. */
public final class Visitor {

    static final String EMAIL = "ada@example.org";
    static final String PASSWORD = "purple kettle orbit";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;

    private Visitor(Ground ground) {
        this.base =
                "http://localhost:" + ground.application().getEnvironment().getRequiredProperty("local.server.port");
    }

    public static Visitor signedIn(Ground ground) {
        var visitor = new Visitor(ground);
        var page = Jsoup.parse(visitor.send(visitor.request("/login").GET()).body());
        var form = (FormElement) page.expectFirst("form[action$=login]");
        form.expectFirst("[name=username]").val(EMAIL);
        form.expectFirst("[name=password]").val(PASSWORD);
        var body = form.formData().stream()
                .map(field -> field.key() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        visitor.send(visitor.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        return visitor;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(1));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public void look(String path) {
        var answer = send(request(path).GET());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
    }

    /** How long that page takes, looked at so many times. */
    public List<Duration> times(String path, int times) {
        var durations = new ArrayList<Duration>();
        for (int n = 0; n < times; n++) {
            durations.add(Ground.time(() -> look(path)));
        }
        return durations;
    }
}
