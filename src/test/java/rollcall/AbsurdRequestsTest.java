package rollcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import rollcall.testing.OnH2;
import rollcall.testing.SignedIn;

/** No request, however absurd, is answered with a failure of ours, and every page it gets stands in the frame. */
@OnH2
@Import(OneOfEach.class)
@TestInstance(Lifecycle.PER_CLASS)
class AbsurdRequestsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^}]*)?}");

    /** What a field may hold that no form would send. */
    private static final List<List<String>> VALUES = List.of(
            List.of(""),
            List.of("abc", "abc"),
            List.of("-1", "99999999999999999999"),
            List.of("a\u0000b\ud800c\u202e", "${7*7}\r\n'\"><x>" + "x".repeat(10_000)));

    private static final List<String> KEYS = List.of("0", "99999999999999999999", "a\u0000b");

    private static final List<MediaType> BODIES = List.of(MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA);

    private static final List<HttpMethod> VERBS =
            List.of(HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.PUT, HttpMethod.DELETE);

    /** What a handler reads that takes all there is. */
    private static final List<String> BULK = List.of(
            "memberId",
            "all",
            "filter",
            "status",
            "reason",
            "ahead",
            "requestId",
            "confirm",
            "previewed",
            "act",
            "name",
            "version",
            "priority",
            "triggers[0].kind",
            "schedule.kind",
            "groups[0].match",
            "groups[0].conditions[0].kind",
            "steps[0].otherwise.kind",
            "steps[0].choices[0].then.kind",
            "again.often");

    /** What is fetched into a page, by whomever. */
    private static final Set<String> PARTS = Set.of("/programs/{programId}/members/count", "/mailbox/{letterId}/body");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    OneOfEach oneOfEach;

    private final Map<String, String> addresses = new TreeMap<>();

    /** One form or page: what it is asked by, and the names of what it reads. */
    private record Route(HttpMethod verb, String pattern, boolean htmx, List<String> names) {

        @Override
        public String toString() {
            return verb + " " + pattern + (htmx ? " (htmx)" : "");
        }
    }

    @Test
    void aRequestWithNothingInIt() {
        check(route -> Map.of("nothing", request(route)));
    }

    @Test
    void everyFieldFullOfNonsenseAndTwice() {
        check(route -> asked(route.names().isEmpty() ? List.of() : VALUES, values -> {
            var request = request(route);
            route.names().forEach(name -> request.param(name, values.toArray(String[]::new)));
            return request;
        }));
    }

    @Test
    void anAddressThatNamesNothing() {
        check(route -> asked(route.pattern().contains("{") ? KEYS : List.of(), value -> {
            var address = VARIABLE.matcher(route.pattern()).replaceAll(value);
            return request(route, address);
        }));
    }

    @Test
    void aBodyOfTheWrongKind() {
        check(route -> asked(
                route.verb() == HttpMethod.GET ? List.of() : BODIES,
                body -> request(route).contentType(body).content("{\"status\": [")));
    }

    @Test
    void aVerbThatDoesNotFit() {
        var seen = new HashSet<String>();
        check(route -> asked(
                seen.add(route.pattern()) ? VERBS : List.of(),
                verb -> mvc.method(verb).uri(addresses().get(route.pattern())).with(csrf())));
    }

    private static <T> Map<String, MockMvcRequestBuilder> asked(
            List<T> values, Function<T, MockMvcRequestBuilder> request) {
        var requests = new LinkedHashMap<String, MockMvcRequestBuilder>();
        values.forEach(value -> requests.put(shown(value.toString()), request.apply(value)));
        return requests;
    }

    /** What to ask of a route; an entry's key names it in a failure. */
    private interface Questions {
        Map<String, MockMvcRequestBuilder> about(Route route);
    }

    private void check(Questions questions) {
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            var who = route.pattern().matches(".*(logout|ended-sessions)") ? SignedIn.administrator() : once();
            questions.about(route).forEach((name, request) -> {
                var problem = problem(route, request.with(who).exchange());
                if (!problem.isEmpty()) {
                    wrong.add(route + ", " + name + ": " + problem);
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    /** One session for several requests: each would begin one of its own. */
    private static RequestPostProcessor once() {
        var kept = new AtomicReference<Cookie[]>();
        return request -> {
            if (kept.get() == null) {
                kept.set(SignedIn.administrator().postProcessRequest(request).getCookies());
            }
            request.setCookies(kept.get());
            return request;
        };
    }

    /** What people wrote, as a document for an {@code iframe}. */
    private static boolean inAFrameOfOurs(MockHttpServletResponse answer) {
        var policy = answer.getHeader("Content-Security-Policy");
        return policy != null && policy.endsWith("sandbox");
    }

    /** The frame of those who have an account, or the one of everybody else. */
    private static boolean framed(String page) {
        return page.contains("<header class=\"top\"") || page.contains("<body class=\"public\"");
    }

    private String problem(Route route, MvcTestResult result) {
        if (result.getUnresolvedException() != null) {
            return "failed with " + result.getUnresolvedException();
        }
        var answer = result.getResponse();
        if (answer.getStatus() >= 500) {
            return answer.getStatus() + " " + result.getMvcResult().getResolvedException();
        }
        return isPage(route, result) && !inAFrameOfOurs(answer) && !framed(text(result))
                ? "stands outside of the frame"
                : "";
    }

    private static boolean isPage(Route route, MvcTestResult result) {
        var type = result.getResponse().getContentType();
        var head = result.getRequest().getMethod().equals("HEAD");
        return type != null
                && type.startsWith("text/html")
                && !head
                && !route.htmx()
                && !PARTS.contains(route.pattern());
    }

    /** An address for each pattern, in one program, with something at its end. */
    private Map<String, String> addresses() {
        if (addresses.isEmpty()) {
            var program = oneOfEach.program();
            routes().forEach(route -> addresses.computeIfAbsent(route.pattern(), pattern -> filled(pattern, program)));
        }
        return addresses;
    }

    private MockMvcRequestBuilder request(Route route) {
        return request(route, addresses().get(route.pattern()));
    }

    private MockMvcRequestBuilder request(Route route, String address) {
        var request = mvc.method(route.verb()).uri(address).with(csrf());
        return route.htmx() ? request.header("HX-Request", "true") : request;
    }

    private String filled(String pattern, long programId) {
        return VARIABLE.matcher(pattern)
                .replaceAll(variable ->
                        oneOfEach.fresh(variable.group(1), programId).toString());
    }

    private List<Route> routes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .filter(route -> !route.pattern().equals("/error"))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod method) {
        var names = Stream.of(method.getMethodParameters())
                .flatMap(AbsurdRequestsTest::names)
                .distinct()
                .toList();
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(verb -> info.getPatternValues().stream()
                        .map(pattern ->
                                new Route(verb.asHttpMethod(), pattern, info.getCustomCondition() != null, names)));
    }

    /** The names of the parameters that a handler's argument is made of. */
    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return Stream.empty();
        }
        var type = parameter.getParameterType();
        if (MultiValueMap.class.isAssignableFrom(type)) {
            return BULK.stream();
        }
        if (type.isRecord() && type.getName().startsWith("rollcall.")) {
            return Stream.of(type.getRecordComponents()).map(RecordComponent::getName);
        }
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        var simple = parameter.hasParameterAnnotation(RequestParam.class) || BeanUtils.isSimpleProperty(type);
        return simple ? Stream.of(String.valueOf(parameter.getParameterName())) : Stream.empty();
    }

    private static String shown(String value) {
        return value.length() > 30 ? value.substring(0, 30) + "…" + value.length() : value;
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
