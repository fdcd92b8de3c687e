package rollcall.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import rollcall.account.Accounts;
import rollcall.account.NewAccount;
import rollcall.account.PasswordChanges;
import rollcall.account.Rights;
import rollcall.account.Role;
import rollcall.program.Actor;
import rollcall.program.Program;

/** Somebody who is signed in and uses the pages as a browser does. */
public final class Visitor {

    static final String EMAIL = "ada@example.org";
    static final String PASSWORD = "purple kettle orbit";
    private static final String MANAGER = "grace@example.org";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String base;
    private String token = "";

    private Visitor(Ground ground) {
        this.base =
                "http://localhost:" + ground.application().getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The administrator. */
    public static Visitor signedIn(Ground ground) {
        return signedIn(ground, EMAIL);
    }

    /** Somebody who manages these programs and sees no others, in that many browsers. */
    public static List<Visitor> managing(Ground ground, int browsers, Program... programs) {
        var named = Stream.of(programs).collect(Collectors.toMap(Program::key, program -> Role.MANAGER));
        var account = ground.bean(Accounts.class)
                .create(Actor.SYSTEM, new NewAccount(MANAGER, "Grace", new Rights(false, null, named)));
        ground.bean(PasswordChanges.class).set(Actor.SYSTEM, account, PASSWORD);
        return Stream.generate(() -> signedIn(ground, MANAGER)).limit(browsers).toList();
    }

    private static Visitor signedIn(Ground ground, String email) {
        var visitor = new Visitor(ground);
        var page = Jsoup.parse(visitor.read("/login"));
        var form = (FormElement) page.expectFirst("form[action$=login]");
        form.expectFirst("[name=username]").val(email);
        form.expectFirst("[name=password]").val(PASSWORD);
        var fields =
                form.formData().stream().collect(Collectors.toMap(Connection.KeyVal::key, Connection.KeyVal::value));
        visitor.send(visitor.form("/login", fields), BodyHandlers.discarding());
        visitor.token = Jsoup.parse(visitor.read("/programs"))
                .expectFirst("[name=_csrf]")
                .val();
        return visitor;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(1));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private <T> T answer(HttpRequest.Builder request, BodyHandler<T> handler) {
        var answer = send(request, handler);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    public String read(String path) {
        return answer(request(path).GET(), BodyHandlers.ofString());
    }

    /** What is there, from its first byte on. */
    public InputStream open(String path) {
        return answer(request(path).GET(), BodyHandlers.ofInputStream());
    }

    /** Sends a form as htmx does, and answers the fragment that comes back. */
    public String post(String path, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", token);
        return answer(form(path, all).header("HX-Request", "true"), BodyHandlers.ofString());
    }

    /** How long that page takes, looked at so many times. */
    public List<Duration> times(String path, int times) {
        var durations = new ArrayList<Duration>();
        for (int n = 0; n < times; n++) {
            durations.add(Ground.time(() -> read(path)));
        }
        return durations;
    }
}
