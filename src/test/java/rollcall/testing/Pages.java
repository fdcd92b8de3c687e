package rollcall.testing;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody who uses the pages without a browser. */
public class Pages implements AutoCloseable {

    public static final String ADMINISTRATOR = "ada@example.org";

    static final String PASSWORD = "purple kettle orbit";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BOUNDARY = "rollcall-testing";

    private final Supplier<URI> base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    /** @param base where the pages are; asked anew for each request */
    public Pages(Supplier<URI> base) {
        this.base = base;
    }

    public void signIn() throws IOException {
        var form = page("/login").selectFirst("form[action$=login]");
        form.selectFirst("[name=username]").val(ADMINISTRATOR);
        form.selectFirst("[name=password]").val(PASSWORD);
        assertThat(submit(form).location()).as("after signing in").endsWith("/programs");
    }

    /** A page that is there. */
    public Document page(String path) throws IOException {
        return parsed(path, get(path));
    }

    private static Document parsed(String path, HttpResponse<String> answer) {
        var page = Jsoup.parse(answer.body(), answer.uri().toString());
        assertThat(answer.statusCode())
                .as(() -> path + " " + page.select("main").text())
                .isEqualTo(200);
        return page;
    }

    /** What is answered in the end, whatever it is. */
    public HttpResponse<String> get(String path) throws IOException {
        var answer = send(HttpRequest.newBuilder(base.get().resolve(path)));
        while (answer.statusCode() / 100 == 3) {
            answer = send(HttpRequest.newBuilder(leadsTo(answer)));
        }
        return answer;
    }

    private static URI leadsTo(HttpResponse<String> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
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
        return landed(form, post(form));
    }

    /** As {@link #submit(Element)}, with a file in a field of the form. */
    public Document submit(Element form, String field, String file) throws IOException {
        return landed(form, post(form, field, file));
    }

    private Document landed(Element form, HttpResponse<String> answer) throws IOException {
        var leads = answer.statusCode() / 100 == 3;
        return parsed(form.attr("action"), leads ? get(leadsTo(answer).toString()) : answer);
    }

    /** What is answered to a form, whatever it is; where it leads to is not followed. */
    public HttpResponse<String> post(Element form) throws IOException {
        var body = fields(form).stream()
                .map(field -> encoded(field.key()) + "=" + encoded(field.value()))
                .collect(Collectors.joining("&"));
        return send(request(form, "application/x-www-form-urlencoded", body));
    }

    private HttpResponse<String> post(Element form, String field, String file) throws IOException {
        var body = new StringBuilder();
        fields(form).stream()
                .filter(one -> !one.key().equals(field))
                .forEach(one -> body.append(part(one.key(), "", one.value())));
        body.append(part(field, "; filename=\"members.csv\"", file)).append("--" + BOUNDARY + "--\r\n");
        return send(request(form, "multipart/form-data; boundary=" + BOUNDARY, body.toString()));
    }

    private static List<KeyVal> fields(Element form) {
        return ((FormElement) form).formData();
    }

    private static String part(String name, String more, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, more, value);
    }

    private HttpRequest.Builder request(Element form, String type, String body) {
        return HttpRequest.newBuilder(base.get().resolve(form.attr("action")))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
