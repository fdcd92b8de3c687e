package rollcall.provider.teams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import rollcall.provider.FakeService;
import tools.jackson.databind.JsonNode;

/**
 * Microsoft's sign-in and the webinars of Graph, as the contract sheet has them: 204 without a body for a registration, a
 * filter by address, sessions, a report for each run that is over, pages with a next link.
 *
 * <p>Assumed, since no documentation says it, and therefore to be switched: what comes of registering twice
 * ({@link #twice}), of a full webinar without a waitlist and of a closed one ({@link #full}, {@link #refusing}: 403), of
 * cancelling twice ({@link #cancelledTwice}); how soon a registration shows ({@link #lag}); whether the filter is heeded
 * and how ({@link #filter}); how many entries a page has, and how long a link is ({@link #pageSize}, {@link #longLinks}).
 */
class TeamsService extends FakeService {

    static final String WEBINAR = "f4b39f1c-520e-4e75-805a-4b0f2016a0c6@a1a56d21-a8a6-4a6b-97f8-ced53d30f143";
    static final String TENANT = "a1a56d21-a8a6-4a6b-97f8-ced53d30f143";
    static final String CLIENT = "5d6a1c1e-0000-4000-8000-000000000001";
    static final String SUBSCRIPTIONS = "/graph/v1.0/subscriptions";
    static final String PATH = "/graph/v1.0/solutions/virtualEvents/webinars";

    /** Calls that register somebody. */
    static final Predicate<Call> REGISTERING = call -> call.is("POST", ".*/registrations");

    enum Twice {
        CONFLICT,
        SAME,
        SECOND
    }

    enum Filter {
        HEEDED,
        TELLS_CASE_APART,
        IGNORED
    }

    /** One visit of a report. */
    record Visit(String email, String registration, String name, String role, Instant from, Duration howLong) {}

    /** @param to null as long as it is not over */
    record Run(String id, Instant from, Instant to, List<Visit> visits) {}

    private static final Pattern REGISTRATION = Pattern.compile(".*/registrations/([^/]+)(/.*)?");
    private static final Pattern REPORT = Pattern.compile(".*/attendanceReports/([^/]+)/attendanceRecords");

    final List<Map<String, Object>> registrations = new ArrayList<>();
    final List<Run> runs = new ArrayList<>();
    final Map<String, Object> webinar = new LinkedHashMap<>();
    final Map<String, Object> configuration = new LinkedHashMap<>();
    final List<Map<String, Object>> others = new ArrayList<>();

    /** What the webinar asks; by the models of the SDK. */
    final List<Map<String, Object>> questions = new ArrayList<>();

    /** What was subscribed to, by its id. */
    final Map<String, JsonNode> subscriptions = new LinkedHashMap<>();

    /** What the address that is to be notified answers when it is asked with a token. */
    UnaryOperator<String> handshake = token -> token;

    String secret = "s3cret~of~the~app";
    int tokenSeconds = 3599;
    Twice twice = Twice.CONFLICT;
    Filter filter = Filter.HEEDED;
    int cancelledTwice = 409;
    int lag;
    int pageSize = 100;
    boolean longLinks = true;
    boolean tokensAreWorthless;
    boolean policyMissing;
    boolean reportsForbidden;
    boolean linkForbidden;
    Optional<Answer> refusing = Optional.empty();
    String full = "The event is at full capacity.";

    private final Clock clock;
    private String token = "";
    private int tokens;
    private final Map<String, Integer> hidden = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    TeamsService(Clock clock) {
        this.clock = clock;
        webinar.put("id", WEBINAR);
        webinar.put("displayName", "Spring launch");
        webinar.put("status", "published");
        plan("2026-03-02T17:00:00.0000000", "2026-03-02T18:00:00.0000000", "GMT Standard Time");
        configuration.put("registrationWebUrl", "https://events.teams.microsoft.com/event/1");
    }

    void plan(String from, String to, String zone) {
        webinar.put("startDateTime", Map.of("dateTime", from, "timeZone", zone));
        webinar.put("endDateTime", Map.of("dateTime", to, "timeZone", zone));
    }

    void expireToken() {
        token = "none";
    }

    Map<String, Object> registration(String email) {
        return registrations.stream()
                .filter(one -> email.equalsIgnoreCase((String) one.get("email")))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** The organizer decides, or the registrant cancels. */
    void decided(String email, String status) {
        registration(email).put("status", status);
        if (status.equals("canceled")) {
            registration(email).put("cancelationDateTime", clock.instant().toString());
        }
    }

    Visit visit(String email, Instant from, Duration howLong) {
        return new Visit(email, (String) registration(email).get("id"), "Ana Ruiz", "Attendee", from, howLong);
    }

    @Override
    protected Answer answer(Call call) {
        if (call.path().startsWith("/entra/")) {
            return signIn(call);
        }
        if (tokensAreWorthless || !call.header("Authorization").equals("Bearer " + token)) {
            return error(401, "InvalidAuthenticationToken", "Access token is empty or expired.");
        }
        return policyMissing ? error(403, "Forbidden", "Forbidden") : graph(call);
    }

    private Answer signIn(Call call) {
        var form = call.form();
        var known = call.is("POST", "/entra/" + TENANT + "/oauth2/v2.0/token")
                && CLIENT.equals(form.get("client_id"))
                && secret.equals(form.get("client_secret"))
                && "client_credentials".equals(form.get("grant_type"))
                && "https://graph.microsoft.com/.default".equals(form.get("scope"));
        if (!known) {
            return Answer.json(
                    401,
                    Map.of(
                            "error",
                            "invalid_client",
                            "error_description",
                            "AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 1\r\nTimestamp: 2"));
        }
        token = "token-" + ++tokens;
        return Answer.json(200, Map.of("token_type", "Bearer", "expires_in", tokenSeconds, "access_token", token));
    }

    static Answer error(int status, String code, String message) {
        return Answer.json(
                status,
                Map.of("error", Map.of("code", code, "message", message, "innerError", Map.of("request-id", "r-1"))));
    }

    private Answer graph(Call call) {
        if (call.path().startsWith(SUBSCRIPTIONS)) {
            return subscriptions(call);
        }
        if (call.is("GET", Pattern.quote(PATH))) {
            var all = new ArrayList<>(others);
            all.add(webinar);
            return list(call, all);
        }
        if (!call.path().startsWith(PATH + "/" + WEBINAR)) {
            return error(404, "NotFound", "The webinar does not exist.");
        }
        var rest = call.path().substring((PATH + "/" + WEBINAR).length());
        return rest.startsWith("/registrations") ? registrations(call, rest) : rest(call, rest);
    }

    /** MS-CN, MS-VAL: the address is asked with a token first. Renewing and deleting are as in Graph in general [assumed]. */
    private Answer subscriptions(Call call) {
        if (call.is("POST", Pattern.quote(SUBSCRIPTIONS))) {
            var body = call.json();
            var token = "Validation: " + UUID.randomUUID();
            var until = Instant.parse(body.path("expirationDateTime").asString());
            if (until.isAfter(clock.instant().plus(Duration.ofDays(1)))) {
                return error(400, "ExtensionError", "Subscription expiration can only be 1440 minutes in the future.");
            }
            if (!handshake.apply(token).equals(token)) {
                return error(400, "ValidationError", "The server response is not the validation token.");
            }
            var id = "subscription-" + (subscriptions.size() + 1);
            subscriptions.put(id, body);
            return Answer.json(201, Map.of("id", id, "expirationDateTime", until.toString()));
        }
        var id = call.path().substring(SUBSCRIPTIONS.length() + 1);
        if (!subscriptions.containsKey(id)) {
            return error(404, "ResourceNotFound", "The object was not found.");
        }
        if (call.method().equals("DELETE")) {
            subscriptions.remove(id);
            return Answer.empty(204);
        }
        return Answer.json(
                200,
                Map.of(
                        "id",
                        id,
                        "expirationDateTime",
                        call.json().path("expirationDateTime").asString()));
    }

    private Answer rest(Call call, String rest) {
        if (reportsForbidden && rest.contains("/attendanceReports")) {
            return error(403, "Forbidden", "Forbidden");
        }
        var report = REPORT.matcher(rest);
        if (report.matches()) {
            return list(call, records(report.group(1)));
        }
        return switch (rest) {
            case "" -> Answer.json(200, webinar);
            case "/registrationConfiguration/questions" -> Answer.json(200, Map.of("value", questions));
            case "/registrationConfiguration" -> Answer.json(200, configuration);
            case "/sessions" -> list(call, List.of(Map.of("id", "session-1", "subject", "Spring launch")));
            case "/sessions/session-1/attendanceReports" -> list(call, reports());
            default -> error(404, "NotFound", "Not found.");
        };
    }

    private List<Map<String, Object>> reports() {
        return runs.stream()
                .filter(run -> run.to() == null || !run.to().isAfter(clock.instant()))
                .map(run -> {
                    var report = new LinkedHashMap<String, Object>();
                    report.put("id", run.id());
                    report.put("totalParticipantCount", run.visits().size());
                    report.put("meetingStartDateTime", run.from().toString());
                    report.put(
                            "meetingEndDateTime",
                            run.to() == null ? null : run.to().toString());
                    report.put("attendanceRecords", List.of());
                    return (Map<String, Object>) report;
                })
                .toList();
    }

    private List<Map<String, Object>> records(String id) {
        var run = runs.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return run.visits().stream().map(this::record).toList();
    }

    private Map<String, Object> record(Visit visit) {
        var record = new LinkedHashMap<String, Object>();
        record.put("emailAddress", visit.email());
        record.put("registrationId", visit.registration());
        record.put("role", visit.role());
        record.put("identity", Map.of("displayName", visit.name()));
        record.put("totalAttendanceInSeconds", visit.howLong().toSeconds());
        record.put(
                "attendanceIntervals",
                List.of(Map.of(
                        "joinDateTime", visit.from().toString(),
                        "leaveDateTime", visit.from().plus(visit.howLong()).toString(),
                        "durationInSeconds", visit.howLong().toSeconds())));
        registrations.stream()
                .filter(one -> one.get("id").equals(visit.registration()))
                .map(one -> one.get("externalRegistrationInformation"))
                .forEach(mark -> record.put("externalRegistrationInformation", mark));
        return record;
    }

    private Answer registrations(Call call, String rest) {
        if (call.is("POST", ".*/registrations")) {
            return register(call);
        }
        if (rest.equals("/registrations")) {
            return list(call, wanted(call.query().get("$filter")));
        }
        var path = REGISTRATION.matcher(rest);
        var found = path.matches()
                ? registrations.stream()
                        .filter(one -> one.get("id").equals(path.group(1)))
                        .findFirst()
                : Optional.<Map<String, Object>>empty();
        return found.isEmpty()
                ? error(404, "NotFound", "The registration does not exist.")
                : registration(call, found.get(), path.group(2) == null ? "" : path.group(2));
    }

    private Answer registration(Call call, Map<String, Object> one, String rest) {
        if (call.is("POST", ".*/cancel")) {
            if (one.get("status").equals("canceled")) {
                return cancelledTwice == 204 ? Answer.empty(204) : error(cancelledTwice, "Conflict", "Conflict");
            }
            decided((String) one.get("email"), "canceled");
            return Answer.empty(204);
        }
        if (rest.equals("/sessions")) {
            return linkForbidden
                    ? error(403, "Forbidden", "Forbidden")
                    : list(call, List.of(Map.of("id", "session-1", "joinWebUrl", joinLink(one))));
        }
        return Answer.json(200, one);
    }

    static String joinLink(Map<String, Object> registration) {
        return "https://teams.microsoft.com/l/meetup-join/19%3ameeting/0?context=%7b%22Tid%22%3a%22"
                + registration.get("id") + "%22%7d";
    }

    private List<Map<String, Object>> wanted(String said) {
        var all = registrations.stream()
                .filter(one -> hidden.merge((String) one.get("id"), -1, Integer::sum) < 0)
                .toList();
        if (said == null || filter == Filter.IGNORED) {
            return all;
        }
        var email = said.replaceFirst("^email eq '(.*)'$", "$1").replace("''", "'");
        return all.stream()
                .filter(one -> filter == Filter.HEEDED
                        ? email.equalsIgnoreCase((String) one.get("email"))
                        : email.equals(one.get("email")))
                .toList();
    }

    private Answer register(Call call) {
        if (refusing.isPresent()) {
            return refusing.get();
        }
        var body = call.json();
        for (var field : List.of("firstName", "lastName", "email", "preferredTimezone", "preferredLanguage")) {
            if (body.path(field).asString("").isBlank()) {
                return error(400, "BadRequest", "The property '" + field + "' is required.");
            }
        }
        var email = body.path("email").asString("");
        var there = registrations.stream()
                .anyMatch(one -> email.equalsIgnoreCase((String) one.get("email"))
                        && !one.get("status").equals("canceled"));
        if (there && twice != Twice.SECOND) {
            return twice == Twice.SAME ? Answer.empty(204) : error(409, "Conflict", "Conflict");
        }
        var status = statusOfNext();
        if (status.isEmpty()) {
            return error(403, "Forbidden", full);
        }
        var one = new LinkedHashMap<String, Object>();
        one.put("id", UUID.randomUUID().toString());
        one.put("email", email);
        one.put("firstName", body.path("firstName").asString(""));
        one.put("lastName", body.path("lastName").asString(""));
        one.put("status", status.get());
        one.put("registrationDateTime", clock.instant().toString().replace("Z", ""));
        one.put("cancelationDateTime", null);
        one.put("externalRegistrationInformation", body.path("externalRegistrationInformation"));
        registrations.add(one);
        hidden.put((String) one.get("id"), lag);
        return Answer.empty(204);
    }

    /** Nothing when there is no place, and no waitlist. */
    private Optional<String> statusOfNext() {
        if (Boolean.TRUE.equals(configuration.get("isManualApprovalEnabled"))) {
            return Optional.of("pendingApproval");
        }
        var taken = registrations.stream()
                .filter(one -> one.get("status").equals("registered"))
                .count();
        if (taken < (Integer) configuration.getOrDefault("capacity", Integer.MAX_VALUE)) {
            return Optional.of("registered");
        }
        return Boolean.TRUE.equals(configuration.get("isWaitlistEnabled"))
                ? Optional.of("waitlisted")
                : Optional.empty();
    }

    private Answer list(Call call, List<? extends Map<String, Object>> all) {
        var from = Integer.parseInt(links.getOrDefault(call.query().getOrDefault("$skiptoken", ""), "0"));
        var to = Math.min(all.size(), from + pageSize);
        var page = new LinkedHashMap<String, Object>();
        page.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata");
        page.put("value", all.subList(Math.min(from, to), to));
        if (to < all.size()) {
            page.put("@odata.nextLink", "https://graph.microsoft.com" + call.path() + "?" + query(call, to));
        }
        return Answer.json(200, page);
    }

    private String query(Call call, int to) {
        var token = (longLinks ? "MSZ%2F".repeat(40) : "t") + to;
        links.put((longLinks ? "MSZ/".repeat(40) : "t") + to, String.valueOf(to));
        var filtered = call.query().get("$filter");
        return (filtered == null ? "" : "$filter=" + WebinarAddress.encoded(filtered) + "&") + "$skiptoken=" + token;
    }
}
