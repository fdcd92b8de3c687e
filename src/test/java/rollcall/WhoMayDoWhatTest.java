package rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import rollcall.testing.OnH2;
import rollcall.testing.SignedIn;

/** Holds docs/who-may-do-what.md against the application: every route, in every role. */
@OnH2
@Import(OneOfEach.class)
class WhoMayDoWhatTest {

    private static final Path TABLE = Path.of("docs/who-may-do-what.md");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");
    private static final String HTMX = " (htmx)";

    private static final String UPLOAD = "POST /programs/{programId}/imports";

    /** Enough of each form that it is read at all. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("status", "REJECTED"),
            Map.entry("reason", "A reason"),
            Map.entry("enabled", "true"),
            Map.entry("theme", "dark"),
            Map.entry("language", "en"),
            Map.entry("version", "0"),
            Map.entry("target", "EMAIL"),
            Map.entry("act", "AWAY"),
            Map.entry("kind", "LIVE"),
            Map.entry("provider", "gotowebinar"),
            Map.entry("to", "PAUSED"),
            Map.entry("encoding", "UTF_8"),
            Map.entry("delimiter", "COMMA"));

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    OneOfEach oneOfEach;

    long elsewhere;
    long member;
    long person;

    @BeforeEach
    void makeTheOthers() {
        elsewhere = oneOfEach.program();
        member = (long) oneOfEach.fresh("memberId", elsewhere);
        person = (long) oneOfEach.fresh("personId", elsewhere);
    }

    @Test
    void eachRouteStandsInTheTable() throws IOException {
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void eachRouteAnswersAsTheTableSays() throws IOException {
        var said = table();
        var answered = new LinkedHashMap<String, List<String>>();
        var program = oneOfEach.program();
        for (var route : said.keySet()) {
            // What a form does to a program changes no other's answer.
            answered.put(route, answers(route, route.startsWith("GET") ? program : oneOfEach.program()));
        }
        assertThat(lines(answered)).isEqualTo(lines(said));
    }

    private List<String> answers(String route, long programId) {
        // Looking changes nothing: everybody may look at the same. What a form is about is made anew for each.
        var seen = route.startsWith("GET") ? addressOf(route, programId) : null;
        return roles(programId).stream()
                .map(role -> ask(route, seen == null ? addressOf(route, programId) : seen, role))
                .map(WhoMayDoWhatTest::inWords)
                .toList();
    }

    /** In the order of the table's columns. */
    private List<RequestPostProcessor> roles(long programId) {
        return List.of(
                request -> request,
                SignedIn.viewerOf(programId),
                SignedIn.approverOf(programId),
                SignedIn.managerOf(programId),
                SignedIn.managerOf(elsewhere),
                SignedIn.manager(),
                SignedIn.administrator());
    }

    private MvcTestResult ask(String route, String address, RequestPostProcessor role) {
        if (route.equals(UPLOAD)) {
            var upload = mvc.post().uri(address).multipart().file(OneOfEach.FILE);
            return upload.with(csrf()).with(role).exchange();
        }
        var request = mvc.method(HttpMethod.valueOf(route.split(" ")[0])).uri(address);
        FIELDS.forEach(request::param);
        request.param("other", String.valueOf(person));
        request.param("memberId", String.valueOf(member)).with(csrf()).with(role);
        return (route.endsWith(HTMX) ? request.header("HX-Request", "true") : request).exchange();
    }

    private String addressOf(String route, long programId) {
        return VARIABLE.matcher(route.split(" ")[1])
                .replaceAll(variable ->
                        oneOfEach.fresh(variable.group(1), programId).toString());
    }

    private static String inWords(MvcTestResult result) {
        if (result.getUnresolvedException() != null) {
            return "failed: " + result.getUnresolvedException().getMessage();
        }
        var answer = result.getResponse();
        return switch (answer.getStatus()) {
            case 401 -> "sign-in";
            case 403 -> "no";
            case 404 -> "hidden";
            case 302 -> answer.getRedirectedUrl().startsWith("/login") ? "sign-in" : "yes";
            default -> answer.getStatus() < 500 ? "yes" : "failed with " + answer.getStatus();
        };
    }

    private List<String> routes() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(WhoMayDoWhatTest::names)
                .filter(route -> !route.endsWith(" /error"))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> names(RequestMappingInfo info) {
        var htmx = info.getCustomCondition() != null ? HTMX : "";
        var methods = info.getMethodsCondition().getMethods();
        var verbs = methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(Enum::name);
        return verbs.flatMap(verb -> info.getPatternValues().stream().map(path -> verb + " " + path + htmx));
    }

    private static Map<String, List<String>> table() throws IOException {
        var table = new TreeMap<String, List<String>>();
        try (var lines = Files.lines(TABLE)) {
            lines.filter(line -> line.startsWith("| `"))
                    .map(line -> line.substring(1, line.length() - 1).split("\\|"))
                    .forEach(cells -> table.put(
                            cells[0].strip().replace("`", ""),
                            Stream.of(cells).skip(1).map(String::strip).toList()));
        }
        return table;
    }

    /** As they stand in the table, so that what is missing can be copied from the failure. */
    private static String lines(Map<String, List<String>> table) {
        var lines = new StringBuilder();
        table.forEach((route, answers) -> lines.append("| `")
                .append(route)
                .append("` | ")
                .append(String.join(" | ", answers))
                .append(" |\n"));
        return lines.toString();
    }
}
