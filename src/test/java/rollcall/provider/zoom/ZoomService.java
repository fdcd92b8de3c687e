package rollcall.provider.zoom;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rollcall.provider.FakeService;
import tools.jackson.databind.JsonNode;

/**
 * Zoom, as far as its published specification tells: answers, codes and words are those of the specification. Assumed:
 * that the reply to a registration has no link as long as somebody waits; the code and words for somebody who was denied
 * before (400/3000), and for a webinar with {@code registrants_restrict_number} that is full (400/3000 for one, 404/3043 for
 * a batch); that somebody who was deleted may register again; that an unknown token is 401 with 124; that a webinar without
 * a run has an empty list of instances; that hosts stand in the report without a registrant id.
 */
final class ZoomService extends FakeService {

    static final String ACCOUNT = "A-1";
    static final String CLIENT = "C-1";

    private static final Duration TOKEN = Duration.ofHours(1);
    private static final Duration PAGE_TOKEN = Duration.ofMinutes(15);

    /** A registrant, with what they are let in by. */
    static final class Person {
        final String id;
        final JsonNode said;
        final Instant created;
        String status;

        Person(String id, JsonNode said, Instant created, String status) {
            this.id = id;
            this.said = said;
            this.created = created;
            this.status = status;
        }

        String email() {
            return said.path("email").asString();
        }

        String link() {
            return "https://us06web.zoom.us/w/970?tk=" + id;
        }
    }

    /** One row of a report of participants. */
    record Join(@Nullable String registrantId, String email, String name, Instant from, Instant to) {}

    record View(String email, String name, Instant at, long seconds) {}

    /** A run; over when {@code to} is past. */
    static final class Run {
        final String uuid;
        final Instant from;
        final Instant to;
        final List<Join> joins = new ArrayList<>();
        final List<View> views = new ArrayList<>();
        boolean recorded = true;

        Run(String uuid, Instant from, Instant to) {
            this.uuid = uuid;
            this.from = from;
            this.to = to;
        }
    }

    /** A webinar of the host. */
    static final class Webinar {
        final String id;
        String topic = "Spring launch";
        int type = 5;
        int approval;
        int capacity;
        Instant start;
        final List<Person> registrants = new ArrayList<>();
        final List<Run> runs = new ArrayList<>();
        List<Map<String, Object>> customQuestions = List.of();

        Webinar(String id, Instant start) {
            this.id = id;
            this.start = start;
        }

        Person person(String email) {
            return find(email).orElseThrow();
        }

        Optional<Person> find(String email) {
            return registrants.stream()
                    .filter(one -> one.email().equalsIgnoreCase(email))
                    .findFirst();
        }

        boolean full() {
            return capacity > 0
                    && registrants.stream()
                                    .filter(one -> one.status.equals("approved"))
                                    .count()
                            >= capacity;
        }
    }

    private record Left(List<Object> rest, Instant until) {}

    private final Clock clock;
    private final Map<String, Webinar> webinars = new LinkedHashMap<>();
    private final Map<String, Instant> tokens = new HashMap<>();
    private final Map<String, Left> pages = new HashMap<>();
    private final Map<String, Integer> today = new HashMap<>();
    private final Set<String> hosts = new HashSet<>(Set.of("me"));
    private String secret = "S-1";
    private String scope = "";
    private Function<Call, @Nullable Answer> instead = call -> null;
    private int given;

    ZoomService(Clock clock) {
        this.clock = clock;
    }

    Webinar webinar(String id, Instant start) {
        return webinars.computeIfAbsent(id, one -> new Webinar(one, start));
    }

    void secret(String changed) {
        secret = changed;
        tokens.clear();
    }

    void expireTokens() {
        tokens.clear();
    }

    void scope(String allowed) {
        scope = allowed;
    }

    void host(String more) {
        hosts.add(more);
    }

    /** Zoom knows none of the tokens with which lists go on. */
    void forgetPages() {
        pages.clear();
    }

    /** All calls of that kind are answered with that. */
    void always(Predicate<Call> which, Answer answer) {
        instead = call -> which.test(call) ? answer : null;
    }

    @Override
    protected Answer answer(Call call) {
        var other = instead.apply(call);
        if (other != null) {
            return other;
        }
        if (call.is("POST", "/oauth/token")) {
            return token(call);
        }
        var until = tokens.get(call.header("Authorization").replace("Bearer ", ""));
        if (until == null || !clock.instant().isBefore(until)) {
            return said(401, 124, "Invalid access token.");
        }
        return api(call);
    }

    private Answer token(Call call) {
        var basic = Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var form = call.form();
        if (!call.header("Authorization").equals("Basic " + basic)) {
            return Answer.json(400, Map.of("reason", "Invalid client_id or client_secret", "error", "invalid_client"));
        }
        if (!"account_credentials".equals(form.get("grant_type")) || !ACCOUNT.equals(form.get("account_id"))) {
            return Answer.json(400, Map.of("reason", "Bad Request", "error", "invalid_request"));
        }
        var token = "T-" + ++given;
        tokens.put(token, clock.instant().plus(TOKEN));
        return Answer.json(
                200,
                Map.of("access_token", token, "token_type", "bearer", "expires_in", TOKEN.toSeconds(), "scope", scope));
    }

    private static final String WEBINAR = "/v2/webinars/([^/]+)";
    private static final String PAST = "/v2/past_webinars/([^/]+)";
    private static final String REPORT = "/v2/report/webinars/([^/]+)";

    private Answer api(Call call) {
        Matcher at;
        if ((at = at(call, "GET", "/v2/users/([^/]+)/webinars")) != null) {
            return hosts.contains(at.group(1))
                    ? page(
                            call,
                            "webinars",
                            webinars.values().stream().map(ZoomService::planned).toList())
                    : said(404, 1001, "User %s not exist or not belong to this account.".formatted(at.group(1)));
        }
        if ((at = at(call, "GET", PAST + "/instances")) != null) {
            return instances(at.group(1));
        }
        if ((at = at(call, "GET", PAST + "/absentees")) != null) {
            return absentees(call, at.group(1));
        }
        if ((at = at(call, "GET", REPORT)) != null) {
            return run(at.group(1)).map(this::report).orElse(said(404, 3001, "Meeting not found or has expired."));
        }
        if ((at = at(call, "GET", REPORT + "/participants")) != null) {
            return run(at.group(1))
                    .map(run -> page(
                            call,
                            "participants",
                            run.joins.stream()
                                    .map(one -> participant(call, one))
                                    .toList()))
                    .orElse(said(404, 3001, "Webinar not found or has expired."));
        }
        if ((at = at(call, "GET", "/v2/meetings/([^/]+)/recordings/analytics_details")) != null) {
            return run(at.group(1))
                    .filter(run -> run.recorded)
                    .map(run -> views(call, run))
                    .orElse(said(404, 3301, "There is no recording for this meeting."));
        }
        if ((at = at(call, "[A-Z]+", WEBINAR + "(/.*)?")) != null) {
            var webinar = webinars.get(at.group(1));
            return webinar == null
                    ? said(404, 3001, "Webinar does not exist: %s.".formatted(at.group(1)))
                    : webinar(call, webinar, at.group(2) == null ? "" : at.group(2));
        }
        return said(404, 404, "No such address.");
    }

    private static @Nullable Matcher at(Call call, String method, String path) {
        var matcher = Pattern.compile(path).matcher(call.path());
        return call.method().matches(method) && matcher.matches() ? matcher : null;
    }

    private Answer webinar(Call call, Webinar webinar, String rest) {
        return switch (call.method() + " " + rest) {
            case "GET " -> Answer.json(200, planned(webinar));
            case "GET /registrants/questions" ->
                Answer.json(
                        200,
                        Map.of(
                                "questions",
                                List.of(Map.of("field_name", "city", "required", false)),
                                "custom_questions",
                                webinar.customQuestions));
            case "GET /registrants" ->
                page(
                        call,
                        "registrants",
                        webinar.registrants.stream()
                                .filter(one -> one.status.equals(call.query().getOrDefault("status", "approved")))
                                .map(ZoomService::registrant)
                                .toList());
            case "POST /registrants" -> register(webinar, call.json());
            case "POST /batch_registrants" -> batch(webinar, call.json());
            case "PUT /registrants/status" -> decide(webinar, call.json());
            default -> single(call, webinar, rest.substring(rest.lastIndexOf('/') + 1));
        };
    }

    private Answer single(Call call, Webinar webinar, String id) {
        var known =
                webinar.registrants.stream().filter(one -> one.id.equals(id)).findFirst();
        if (known.isEmpty()) {
            return said(400, 3000, "Registrant %s was not found.".formatted(id));
        }
        if (call.method().equals("DELETE")) {
            webinar.registrants.remove(known.get());
            return Answer.empty(204);
        }
        return Answer.json(200, registrant(known.get()));
    }

    private static Map<String, Object> planned(Webinar webinar) {
        return Map.of(
                "id",
                Long.parseLong(webinar.id),
                "uuid",
                "planned==",
                "topic",
                webinar.topic,
                "type",
                webinar.type,
                "start_time",
                webinar.start.toString(),
                "duration",
                60,
                "timezone",
                "Europe/London",
                "settings",
                Map.of(
                        "approval_type", webinar.approval,
                        "registrants_restrict_number", webinar.capacity,
                        "on_demand", true));
    }

    private static Map<String, Object> registrant(Person one) {
        var said = new LinkedHashMap<String, Object>();
        said.put("id", one.id);
        said.put("email", one.email());
        said.put("first_name", one.said.path("first_name").asString(""));
        said.put("last_name", one.said.path("last_name").asString(""));
        said.put("status", one.status);
        said.put("create_time", one.created.toString());
        if (one.status.equals("approved")) {
            said.put("join_url", one.link());
        }
        return said;
    }

    private Answer register(Webinar webinar, JsonNode said) {
        var refused = refused(webinar, said, "Add a webinar registrant");
        if (refused != null) {
            return refused;
        }
        var known = webinar.find(said.path("email").asString());
        if (known.isEmpty() && webinar.full()) {
            return said(400, 3000, "You have reached the limit for the number of attendees you can add.");
        }
        var one = known.orElseGet(() -> added(webinar, said, webinar.approval == 1 ? "pending" : "approved"));
        var reply = new LinkedHashMap<String, Object>();
        reply.put("id", Long.parseLong(webinar.id));
        reply.put("registrant_id", one.id);
        reply.put("topic", webinar.topic);
        if (one.status.equals("approved")) {
            reply.put("join_url", one.link());
        }
        return Answer.json(201, reply);
    }

    private Answer batch(Webinar webinar, JsonNode said) {
        if (webinar.type != 5) {
            return said(400, 300, "This API can only be used for scheduled webinars (type 5).");
        }
        var rows = new ArrayList<Map<String, Object>>();
        for (var one : said.path("registrants")) {
            var refused = refused(webinar, one, "Perform batch registration");
            if (refused != null) {
                return refused;
            }
            var known = webinar.find(one.path("email").asString());
            if (known.isEmpty() && webinar.full()) {
                return said(404, 3043, "Webinar has reached maximum attendee capacity.");
            }
            var status = said.path("auto_approve").asBoolean(false) || webinar.approval == 0 ? "approved" : "pending";
            var in = known.orElseGet(() -> added(webinar, one, status));
            rows.add(Map.of("email", in.email(), "registrant_id", in.id, "join_url", in.link()));
        }
        return Answer.json(200, Map.of("registrants", rows));
    }

    private @Nullable Answer refused(Webinar webinar, JsonNode said, String call) {
        var email = said.path("email").asString("");
        if (said.path("first_name").asString("").isEmpty() || !email.contains("@")) {
            var field = email.contains("@") ? "first_name" : "email";
            return Answer.json(
                    400,
                    Map.of(
                            "code",
                            300,
                            "message",
                            "Validation Failed.",
                            "errors",
                            List.of(Map.of(
                                    "field",
                                    field,
                                    "message",
                                    field.equals("email") ? "Invalid field." : "This field is required."))));
        }
        if (today.merge(email.toLowerCase(Locale.ROOT), 1, Integer::sum) > 3) {
            return said(
                    429,
                    429,
                    "You have exceeded the daily rate limit of \"3\" for %s API requests for the registrant \"%s\"."
                            .formatted(call, email));
        }
        if (webinar.approval == 2) {
            return said(400, 3000, "This webinar does not have registration as required: %s.".formatted(webinar.id));
        }
        if (email.equals("host@example.com")) {
            return said(400, 3027, "Host cannot register.");
        }
        if (webinar.runs.stream().anyMatch(run -> !clock.instant().isBefore(run.to))) {
            return said(400, 3038, "Webinar is over, you cannot register now.");
        }
        return webinar.find(email).filter(one -> one.status.equals("denied")).isPresent()
                ? said(400, 3000, "This registrant has been denied.")
                : null;
    }

    private Person added(Webinar webinar, JsonNode said, String status) {
        var one = new Person("r" + (webinar.registrants.size() + 1) + "_Tbo-" + ++given, said, clock.instant(), status);
        webinar.registrants.add(one);
        return one;
    }

    private static Answer decide(Webinar webinar, JsonNode said) {
        var action = said.path("action").asString();
        for (var one : said.path("registrants")) {
            var known = webinar.registrants.stream()
                    .filter(other -> other.id.equals(one.path("id").asString()))
                    .findFirst();
            if (action.equals("approve") && known.isPresent() && webinar.full()) {
                return said(400, 3035, "Webinar has reached maximum attendee capacity.");
            }
            known.ifPresent(person -> person.status = action.equals("approve") ? "approved" : "denied");
        }
        return Answer.empty(204);
    }

    private Answer instances(String id) {
        var webinar = webinars.get(id);
        if (webinar == null) {
            return said(404, 3001, "Webinar not found.");
        }
        return Answer.json(
                200,
                Map.of(
                        "webinars",
                        webinar.runs.stream()
                                .filter(run -> !clock.instant().isBefore(run.to))
                                .map(run -> Map.of("uuid", run.uuid, "start_time", run.from.toString()))
                                .toList()));
    }

    /** A UUID in an address is decoded twice where Zoom wants it encoded twice. */
    private Optional<Run> run(String named) {
        var uuid = named.contains("%") ? URLDecoder.decode(named, StandardCharsets.UTF_8) : named;
        return webinars.values().stream()
                .flatMap(one -> one.runs.stream())
                .filter(run -> run.uuid.equals(uuid) && !clock.instant().isBefore(run.to))
                .findFirst();
    }

    private Answer report(Run run) {
        return Answer.json(
                200, Map.of("uuid", run.uuid, "start_time", run.from.toString(), "end_time", run.to.toString()));
    }

    private static Map<String, Object> participant(Call call, Join one) {
        var row = new LinkedHashMap<String, Object>();
        row.put("name", one.name());
        row.put("user_email", one.email());
        row.put("join_time", one.from().toString());
        row.put("leave_time", one.to().toString());
        row.put("duration", Duration.between(one.from(), one.to()).toSeconds());
        if (one.registrantId() != null && "registrant_id".equals(call.query().get("include_fields"))) {
            row.put("registrant_id", one.registrantId());
        }
        return row;
    }

    private Answer absentees(Call call, String uuid) {
        var run = run(uuid);
        if (run.isEmpty()) {
            return said(404, 3001, "Meeting ID is invalid or not end.");
        }
        var webinar = webinars.values().stream()
                .filter(one -> one.runs.contains(run.get()))
                .findFirst()
                .orElseThrow();
        return page(
                call,
                "registrants",
                webinar.registrants.stream()
                        .filter(one -> one.status.equals("approved"))
                        .filter(one -> run.get().joins.stream().noneMatch(join -> one.id.equals(join.registrantId())))
                        .map(ZoomService::registrant)
                        .toList());
    }

    private Answer views(Call call, Run run) {
        var from = LocalDate.parse(call.query().getOrDefault("from", ""));
        var to = LocalDate.parse(call.query().getOrDefault("to", ""));
        if (from.plusMonths(1).isBefore(to) || !"by_view".equals(call.query().get("type"))) {
            return said(400, 300, "The range is a month at most.");
        }
        return page(
                call,
                "analytics_details",
                run.views.stream()
                        .filter(one -> !day(one).isBefore(from) && !day(one).isAfter(to))
                        .map(one -> Map.of(
                                "date_time", one.at().toString(),
                                "name", one.name(),
                                "email", one.email(),
                                "duration", one.seconds()))
                        .toList());
    }

    private static LocalDate day(View view) {
        return LocalDate.ofInstant(view.at(), ZoneOffset.UTC);
    }

    private Answer page(Call call, String name, List<?> all) {
        var size = Math.min(300, Integer.parseInt(call.query().getOrDefault("page_size", "30")));
        var token = call.query().getOrDefault("next_page_token", "");
        List<?> rest = all;
        if (!token.isEmpty()) {
            var left = pages.get(token);
            if (left == null || clock.instant().isAfter(left.until())) {
                return said(400, 300, "The next page token is invalid or has expired.");
            }
            rest = left.rest();
        }
        var here = rest.subList(0, Math.min(size, rest.size()));
        var next = "";
        if (rest.size() > size) {
            next = "Tva2CuIdTgsv8wAnhyAdU3m06Y2HuL" + (10000 + ++given);
            pages.put(
                    next,
                    new Left(
                            List.copyOf(rest.subList(size, rest.size())),
                            clock.instant().plus(PAGE_TOKEN)));
        }
        return Answer.json(
                200, Map.of("page_size", size, "total_records", all.size(), "next_page_token", next, name, here));
    }

    static Answer said(int status, int code, String message) {
        return Answer.json(status, Map.of("code", code, "message", message));
    }
}
