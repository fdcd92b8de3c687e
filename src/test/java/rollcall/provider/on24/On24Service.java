package rollcall.provider.on24;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import rollcall.provider.AttendanceKind;
import rollcall.provider.FakeService;

/**
 * ON24's REST interface, version 2, as its contract says. What is assumed, since nothing says it: registering an address
 * again updates it (200, the same {@code eventuserid}); a field that is required and missing, or a value that is not
 * offered, is a 400 with a sentence; deleting and restoring after the start is a 403 with a sentence; a registration alone
 * does not bring back who was deleted; before the reports are ready the list of attendees is empty, and all registrants
 * count as not having come. Its times are Pacific.
 */
final class On24Service extends FakeService {

    static final String CLIENT = "7001";
    static final String EVENT = "4401001";
    static final String KEY = "key-1";
    static final String QUOTA = "You have reached the maximum number of calls for this api.";
    static final String TOO_LATE = "A registrant cannot be deleted or undeleted after the event has started.";

    static final Predicate<Call> REGISTERING = call -> call.is("POST", ".*/registrant");
    static final Predicate<Call> FIELDS = call -> call.is("GET", ".*/regfield");
    static final Predicate<Call> DESCRIBING = call -> call.is("GET", "/client/\\d+/event/\\d+");
    static final Predicate<Call> LISTING = call -> call.is("GET", "/client/\\d+/event");
    static final Predicate<Call> LOOKING_UP = call -> call.is("GET", "/client/\\d+/registrant/.*");
    static final Predicate<Call> ATTENDEES = call -> call.is("GET", ".*/attendee");
    static final Predicate<Call> REGISTRANTS = call -> call.is("GET", ".*/event/\\d+/registrant");

    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final Duration READY = Duration.ofMinutes(30);

    final Map<String, Object> event = new LinkedHashMap<>();
    final List<Map<String, Object>> fields = new ArrayList<>();
    final Map<String, Map<String, Object>> people = new TreeMap<>();
    final List<Map<String, Object>> otherEvents = new ArrayList<>();
    final Clock clock;
    final Instant start;
    final Instant end;
    String secret = "secret-1";
    boolean quotaUsedUp;

    private int lastId = 90_000;

    On24Service(Clock clock) {
        this.clock = clock;
        this.start = clock.instant().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        this.end = start.plus(1, ChronoUnit.HOURS);
        event.put("eventid", 4401001);
        event.put("clientid", 7001);
        event.put("eventname", "Spring launch");
        event.put("isactive", true);
        event.put("displaytimezonecd", "Europe/London");
        event.put("audienceurl", "https://event.on24.com/wcc/r/4401001/AB12CD");
        field("firstname", "First Name", true);
        field("lastname", "Last Name", true);
        field("email", "Email", true);
    }

    void field(String id, String caption, boolean required, String... options) {
        var field = new LinkedHashMap<String, Object>();
        field.put("fieldid", id);
        field.put("fieldcaption", caption);
        field.put("fieldtype", options.length == 0 ? "textbox" : "listbox");
        field.put("required", required ? "Y" : "N");
        if (options.length > 0) {
            field.put("options", List.of(options));
        }
        fields.add(field);
    }

    Map<String, Object> someone(String email) {
        return people.computeIfAbsent(email.toLowerCase(Locale.ROOT), key -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("eventuserid", ++lastId);
            one.put("email", email);
            one.put("userstatus", "active");
            one.put("createtimestamp", pacific(clock.instant()));
            return one;
        });
    }

    void attended(String email, AttendanceKind kind, Duration howLong) {
        var live = kind == AttendanceKind.LIVE;
        var prefix = live ? "live" : "archive";
        var one = someone(email);
        one.put(prefix + "minutes", howLong.toMinutes());
        one.put(prefix + "viewed", 1);
        one.put("first" + prefix + "activity", pacific(live ? start : end.plus(1, ChronoUnit.DAYS)));
    }

    static String pacific(Instant at) {
        return at.atZone(PACIFIC).toOffsetDateTime().toString();
    }

    static Answer says(int status, String message) {
        return Answer.json(status, Map.of("message", message));
    }

    @Override
    protected Answer answer(Call call) {
        if (call.header("accessTokenKey").isEmpty()
                || call.header("accessTokenSecret").isEmpty()) {
            return says(401, "Header must contain both accessTokenKey and accessTokenSecret.");
        }
        if (!call.header("accessTokenKey").equals(KEY)
                || !call.header("accessTokenSecret").equals(secret)) {
            return says(401, "AccessTokenKey and AccessTokenSecret are wrong or invalid.");
        }
        if (quotaUsedUp) {
            return says(403, QUOTA);
        }
        if (!call.part(1).equals(CLIENT)) {
            return says(404, "The client %s doesn't exist.".formatted(call.part(1)));
        }
        if (call.part(2).equals("registrant")) {
            return lookup(call);
        }
        return LISTING.test(call) ? list(call) : ofEvent(call);
    }

    private Answer lookup(Call call) {
        var one = people.get(call.part(3).toLowerCase(Locale.ROOT));
        return one == null || !EVENT.equals(call.query().get("eventid"))
                ? says(404, "No registrant was found for that email address and eventId combination")
                : Answer.json(200, Map.of("registrant", shown(one)));
    }

    private Answer ofEvent(Call call) {
        if (!call.part(3).equals(EVENT)) {
            return says(404, "The event %s doesn't exist.".formatted(call.part(3)));
        }
        if (Boolean.FALSE.equals(event.get("isactive"))) {
            return says(403, "The event %s is inactive.".formatted(EVENT));
        }
        return switch (call.method() + " " + call.path().replaceFirst(".*/" + EVENT, "")) {
            case "GET " -> Answer.json(200, described());
            case "GET /regfield" -> Answer.json(200, Map.of("registrationfields", fields));
            case "GET /registrant" -> registrants(call);
            case "GET /attendee" -> attendees();
            case "POST /registrant" -> register(call);
            case "PATCH /registrant" -> update(call);
            default -> says(404, "Not found");
        };
    }

    private Map<String, Object> described() {
        var all = new LinkedHashMap<>(event);
        all.put("livestart", pacific(start));
        all.put("liveend", pacific(end));
        all.put("eventanalytics", Map.of("totalregistrants", people.size()));
        return all;
    }

    private Answer list(Call call) {
        var all = new ArrayList<>(otherEvents);
        all.add(described());
        var first = call.query().get("startdate");
        var last = call.query().get("enddate");
        var some = all.stream()
                .filter(one -> day(one).compareTo(first) >= 0 && day(one).compareTo(last) <= 0)
                .toList();
        var size = Integer.parseInt(call.query().get("itemsperpage"));
        var page = some.stream()
                .skip((long) size * Integer.parseInt(call.query().get("pageoffset")))
                .limit(size)
                .toList();
        return Answer.json(200, Map.of("totalevents", some.size(), "events", page));
    }

    private static String day(Map<String, Object> event) {
        return event.get("livestart").toString().substring(0, 10);
    }

    private Answer registrants(Call call) {
        var noShow = "Y".equals(call.query().get("noshow"));
        var any = "any".equals(call.query().get("userstatus"));
        var some = people.values().stream()
                .filter(one -> any || one.get("userstatus").equals("active"))
                .filter(one -> !noShow || !seen(one))
                .map(On24Service::shown)
                .toList();
        return Answer.json(200, Map.of("eventid", 4401001, "totalregistrants", some.size(), "registrants", some));
    }

    private boolean seen(Map<String, Object> one) {
        var ready = !clock.instant().isBefore(end.plus(READY));
        return ready && (one.containsKey("liveviewed") || one.containsKey("archiveviewed"));
    }

    private Answer attendees() {
        var some = people.values().stream()
                .filter(this::seen)
                .map(On24Service::watched)
                .toList();
        return Answer.json(200, Map.of("eventid", 4401001, "totalattendees", some.size(), "attendees", some));
    }

    /** No names, and lists in it that are of no concern here. */
    private static Map<String, Object> watched(Map<String, Object> one) {
        var row = new LinkedHashMap<>(one);
        row.keySet().removeIf(name -> name.endsWith("name"));
        row.put("questions", List.of(Map.of("questionid", 1, "email", "nobody@example.com")));
        return row;
    }

    private static Map<String, Object> shown(Map<String, Object> one) {
        var row = new LinkedHashMap<>(one);
        row.keySet().removeIf(name -> name.contains("live") || name.contains("archive"));
        row.put("eventid", 4401001);
        return row;
    }

    private Answer register(Call call) {
        var form = call.form();
        var key = form.getOrDefault("email", "").toLowerCase(Locale.ROOT);
        var deleted = form.get("isDeleted");
        if (deleted != null && started() && there(key) == deleted.equals("Y")) {
            return says(403, TOO_LATE);
        }
        if ("Y".equals(deleted)) {
            return delete(key);
        }
        var wrong = wrong(call);
        return wrong.isEmpty() ? Answer.json(200, upserted(form)) : says(400, wrong);
    }

    private boolean started() {
        return !clock.instant().isBefore(start);
    }

    private boolean there(String key) {
        return people.containsKey(key) && people.get(key).get("userstatus").equals("active");
    }

    private Answer delete(String key) {
        if (!people.containsKey(key)) {
            return says(412, "You're trying to soft delete the registrant you're creating.");
        }
        people.get(key).put("userstatus", "deleted");
        people.get(key).put("lastactivity", pacific(clock.instant()));
        return Answer.json(200, shown(people.get(key)));
    }

    private String wrong(Call call) {
        for (var field : fields) {
            var id = field.get("fieldid").toString();
            var value = call.form().getOrDefault(id.replace("_", ""), "");
            if (field.get("required").equals("Y") && value.isEmpty()) {
                return "The %s parameter is missing.".formatted(id);
            }
            if (!value.isEmpty() && field.get("options") instanceof List<?> options && !options.contains(value)) {
                return "Invalid value for the %s parameter.".formatted(id);
            }
        }
        return "";
    }

    private Map<String, Object> upserted(Map<String, String> form) {
        var one = someone(form.get("email"));
        form.forEach((name, value) -> one.put(name.toLowerCase(Locale.ROOT), value));
        if ("N".equals(one.remove("isdeleted"))) {
            one.put("userstatus", "active");
        }
        one.putIfAbsent("isblocked", "N");
        one.put("lastactivity", pacific(clock.instant()));
        var said = shown(one);
        said.remove("userstatus");
        return said;
    }

    private Answer update(Call call) {
        var one = people.get(call.form().getOrDefault("email", "").toLowerCase(Locale.ROOT));
        if (one == null) {
            return says(403, "The email provided was not found.");
        }
        one.put("isblocked", call.form().get("isBlocked"));
        return Answer.json(200, shown(one));
    }
}
