package rollcall.provider.gotowebinar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import rollcall.provider.FakeService;

/**
 * GoTo Webinar v2 with its identity service, as the contract sheet says [G2-OAS, G2-NOTE, G2-TOK, G2-PHP].
 *
 * <p>Assumed, and so here: a full webinar answers 400 with {@code RegistrationLimitReached}; the 409 of a duplicate has a
 * body, unless {@link #silentDuplicates}; a missing field answers a bare 400; deleting from what is over answers a bare
 * 400; {@code /me} answers {@code key} and {@code accountKey}; denied codes and tokens answer 400 {@code invalid_grant}.
 */
final class GoToService extends FakeService {

    static final String WEBINAR = "4411";
    static final String ORGANIZER = "300500";
    static final String CLIENT = "client-1";
    static final Instant START = Instant.parse("2026-03-02T17:00:00Z");
    static final Instant END = START.plus(Duration.ofHours(1));

    static final class Person {
        final long key;
        final Map<String, Object> fields;
        String status;

        Person(long key, Map<String, Object> fields, String status) {
            this.key = key;
            this.fields = fields;
            this.status = status;
        }

        String email() {
            return String.valueOf(fields.get("email"));
        }
    }

    private static final Answer BARE_400 = Answer.empty(400);

    private final Clock clock;
    private final Map<Long, Person> people = new LinkedHashMap<>();
    private final List<Map<String, Object>> sessions = new ArrayList<>();
    private final List<Map<String, Object>> attendees = new ArrayList<>();
    private final Map<String, String> challenges = new TreeMap<>();
    private long nextKey = 7788990011L;
    private int tokens;

    String secret = "s3cret";
    String refreshToken = "refresh-1";
    String accessToken = "none";
    boolean rotating;
    boolean forbidden;
    boolean legacyReply;
    boolean manual;
    boolean silentDuplicates;
    boolean bareArrays;
    boolean keysAsText;
    boolean inSession;
    boolean cancelled;
    int limit;
    int pageSize = 200;
    List<Map<String, Object>> fields = new ArrayList<>(List.of(field("organization", false), field("jobTitle", false)));
    List<Map<String, Object>> questions = new ArrayList<>();

    GoToService(Clock clock) {
        this.clock = clock;
    }

    static Map<String, Object> field(String name, boolean required) {
        return Map.of("field", name, "required", required, "maxSize", 128, "answers", List.of());
    }

    Person person(String email) {
        return people.values().stream()
                .filter(one -> one.email().equalsIgnoreCase(email))
                .findFirst()
                .orElseThrow();
    }

    /** What the organizer does in GoTo's own pages. */
    void decide(String email, String status) {
        person(email).status = status;
    }

    void forget(String email) {
        people.remove(person(email).key);
    }

    /** A session that took place. */
    long session(Instant from, Instant until) {
        var key = 5551L + sessions.size();
        sessions.add(new TreeMap<>(Map.of(
                "sessionKey",
                key,
                "webinarKey",
                WEBINAR,
                "startTime",
                from.toString(),
                "endTime",
                until.toString(),
                "registrantsAttended",
                0,
                "registrantCount",
                people.size(),
                "timeZone",
                "Europe/London")));
        return key;
    }

    void counted(int attended) {
        sessions.getLast().put("registrantsAttended", attended);
    }

    void attended(String email, long session, long seconds, Instant... joinsAndLeaves) {
        var visits = IntStream.range(0, joinsAndLeaves.length / 2)
                .mapToObj(n -> Map.of(
                        "joinTime",
                        joinsAndLeaves[2 * n].toString(),
                        "leaveTime",
                        joinsAndLeaves[2 * n + 1].toString()))
                .toList();
        var person = person(email);
        attendees.add(Map.of(
                "registrantKey",
                key(person.key),
                "sessionKey",
                key(session),
                "email",
                person.email(),
                "firstName",
                "Ana",
                "lastName",
                "Ruiz",
                "attendanceTimeInSeconds",
                seconds,
                "attendance",
                visits));
    }

    /** An organizer signed in and consented: the code that comes back to us. */
    String consent(Map<String, String> asked) {
        challenges.put("code-9", asked.get("code_challenge"));
        return "code-9";
    }

    @Override
    protected Answer answer(Call call) {
        if (call.is("POST", "/oauth/token")) {
            return token(call);
        }
        if (!call.header("Authorization").equals("Bearer " + accessToken)) {
            return Answer.json(403, Map.of("int_err_code", "InvalidToken", "msg", "Invalid token passed"));
        }
        if (forbidden) {
            return Answer.json(403, Map.of("errorCode", "Forbidden", "description", "You may not."));
        }
        if (call.is("GET", "/admin/rest/v1/me")) {
            return Answer.json(200, Map.of("key", ORGANIZER, "accountKey", 900L, "email", "olga@example.org"));
        }
        var own = "/G2W/rest/v2/organizers/" + ORGANIZER + "/webinars";
        if (call.is("GET", own)) {
            return list(call);
        }
        var webinar = own + "/" + WEBINAR;
        return call.path().startsWith(webinar) && !cancelled
                ? ofWebinar(call, call.path().substring(webinar.length()))
                : notFound();
    }

    private static Answer notFound() {
        return Answer.json(404, Map.of("errorCode", "NOT_FOUND", "message", "It is not there."));
    }

    private Answer token(Call call) {
        var basic = Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
        if (!call.header("Authorization").equals("Basic " + basic)) {
            return Answer.json(401, Map.of("error", "invalid_client"));
        }
        var form = call.form();
        var granted = switch (form.getOrDefault("grant_type", "")) {
            case "refresh_token" -> refreshToken.equals(form.get("refresh_token"));
            case "authorization_code" -> verified(form);
            default -> false;
        };
        if (!granted) {
            return Answer.json(400, Map.of("error", "invalid_grant", "error_description", "It is not taken any more."));
        }
        accessToken = "access-" + ++tokens;
        var said = new TreeMap<String, Object>(
                Map.of("access_token", accessToken, "token_type", "Bearer", "expires_in", 3600));
        if (rotating || form.containsKey("code")) {
            refreshToken = "refresh-" + (tokens + 1);
            said.put("refresh_token", refreshToken);
        }
        if (legacyReply) {
            said.putAll(Map.of("organizer_key", ORGANIZER, "account_key", "901"));
        }
        return Answer.json(200, said);
    }

    private boolean verified(Map<String, String> form) {
        var challenge = challenges.remove(form.getOrDefault("code", ""));
        return challenge != null && challenge.equals(challenge(form.getOrDefault("code_verifier", "")));
    }

    static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Answer list(Call call) {
        if (!call.query().containsKey("fromTime") || !call.query().containsKey("toTime")) {
            return BARE_400;
        }
        var from = Instant.parse(call.query().get("fromTime"));
        var until = Instant.parse(call.query().get("toTime"));
        var there = !cancelled && !START.isBefore(from) && START.isBefore(until);
        var item = new TreeMap<>(webinar());
        item.put("approvalType", manual ? "MANUAL" : "AUTOMATIC");
        return embedded("webinars", there ? List.of(item) : List.of(), call);
    }

    private Map<String, Object> webinar() {
        return Map.of(
                "webinarKey",
                WEBINAR,
                "subject",
                "Spring launch",
                "organizerKey",
                ORGANIZER,
                "times",
                List.of(Map.of("startTime", START.toString(), "endTime", END.toString())),
                "timeZone",
                "Europe/London",
                "numberOfRegistrants",
                people.size(),
                "registrationLimit",
                limit,
                "inSession",
                inSession);
    }

    private Answer ofWebinar(Call call, String rest) {
        return switch (call.method() + " " + rest.replaceAll("\\d+", "{key}")) {
            case "GET " -> Answer.json(200, webinar());
            case "GET /registrants/fields" -> Answer.json(200, Map.of("fields", fields, "questions", questions));
            case "POST /registrants" -> register(call);
            case "GET /registrants" -> registrants(call);
            case "GET /registrants/{key}" -> registrant(rest);
            case "DELETE /registrants/{key}" -> delete(rest);
            case "GET /sessions" -> embedded("sessionInfoResources", sessions, call);
            case "GET /attendees" -> embedded("attendeeParticipationResponses", attendees, call);
            default -> notFound();
        };
    }

    private Answer register(Call call) {
        var basicOnly = !call.header("Accept").equals("application/json");
        var body = new LinkedHashMap<String, Object>();
        call.json().properties().forEach(entry -> body.put(entry.getKey(), entry.getValue()));
        for (var name : List.of("firstName", "lastName", "email")) {
            body.put(name, call.json().path(name).asString(""));
        }
        if (basicOnly) {
            body.keySet().retainAll(List.of("firstName", "lastName", "email"));
        }
        var known = people.values().stream()
                .filter(one -> one.email().equalsIgnoreCase(String.valueOf(body.get("email"))))
                .findFirst();
        if (known.isPresent()) {
            return silentDuplicates
                    ? Answer.empty(409)
                    : Answer.json(409, Map.of("registrantKey", known.get().key, "joinUrl", url(known.get())));
        }
        if (limit > 0 && people.size() >= limit) {
            return Answer.json(
                    400, Map.of("errorCode", "RegistrationLimitReached", "description", "No places are left."));
        }
        if (body.get("firstName").equals("") || body.get("lastName").equals("") || anyMissing(body)) {
            return BARE_400;
        }
        var person = new Person(nextKey++, body, manual ? "WAITING" : "APPROVED");
        people.put(person.key, person);
        return Answer.json(201, Map.of("registrantKey", person.key, "joinUrl", url(person)));
    }

    private boolean anyMissing(Map<String, Object> body) {
        return fields.stream().anyMatch(one -> one.get("required").equals(true) && !body.containsKey(one.get("field")))
                || questions.stream().anyMatch(one -> one.get("required").equals(true))
                        && !body.containsKey("responses");
    }

    private static String url(Person person) {
        return "https://global.gotowebinar.com/join/" + WEBINAR + "/" + person.key;
    }

    /** Numbers, or texts as some lists have them. */
    private Object key(long key) {
        return keysAsText ? String.valueOf(key) : key;
    }

    private Map<String, Object> row(Person person) {
        return Map.of(
                "registrantKey",
                key(person.key),
                "email",
                person.email(),
                "firstName",
                person.fields.get("firstName"),
                "lastName",
                person.fields.get("lastName"),
                "registrationDate",
                "2026-02-01T10:00:00Z",
                "status",
                person.status,
                "joinUrl",
                person.status.equals("APPROVED") ? url(person) : "",
                "timeZone",
                "Europe/London");
    }

    private Answer registrants(Call call) {
        var rows = people.values().stream().map(this::row).toList();
        if (bareArrays || !call.query().containsKey("page") && !call.query().containsKey("limit")) {
            return Answer.json(200, rows);
        }
        var page = Integer.parseInt(call.query().getOrDefault("page", "0"));
        var limit = Math.min(pageSize, Integer.parseInt(call.query().getOrDefault("limit", "20")));
        var part = part(rows, page, limit);
        return Answer.json(
                200, Map.of("data", part, "total", rows.size(), "page", page, "limit", limit, "pageSize", part.size()));
    }

    private static <T> List<T> part(List<T> rows, int page, int size) {
        return rows.stream().skip((long) page * size).limit(size).toList();
    }

    private Answer embedded(String name, List<?> rows, Call call) {
        if (bareArrays) {
            return Answer.json(200, rows);
        }
        var number = Integer.parseInt(call.query().getOrDefault("page", "0"));
        var size = Math.min(pageSize, Integer.parseInt(call.query().getOrDefault("size", "20")));
        var page = Map.of(
                "size",
                size,
                "totalElements",
                rows.size(),
                "totalPages",
                Math.ceilDiv(rows.size(), size),
                "number",
                number);
        return rows.isEmpty()
                ? Answer.json(200, Map.of("page", page))
                : Answer.json(200, Map.of("_embedded", Map.of(name, part(rows, number, size)), "page", page));
    }

    private Answer registrant(String rest) {
        var person = people.get(Long.parseLong(rest.replaceAll("\\D", "")));
        return person == null ? notFound() : Answer.json(200, row(person));
    }

    private Answer delete(String rest) {
        if (!clock.instant().isBefore(START)) {
            return BARE_400;
        }
        return people.remove(Long.parseLong(rest.replaceAll("\\D", ""))) == null ? notFound() : Answer.empty(204);
    }
}
