package rollcall.provider.zoom;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.EventRef;
import rollcall.provider.Page;
import rollcall.provider.Reply;
import rollcall.provider.zoom.OpenReports.Report;
import tools.jackson.databind.JsonNode;

/**
 * Who watched the recording, by its analytics: one row per view, with a name, an address that may be missing, and seconds;
 * for a month at a time [Z-OAS]. Their views count one after the other: when a view began may be known to the day only.
 */
final class RecordingReport {

    private static final String VIEWS =
            "/meetings/{uuid}/recordings/analytics_details?type=by_view&from={from}&to={to}";

    private static final int DAYS = 28; // at most a month

    private final ZoomApi api;
    private final ZoomWebinars webinars;
    private final Runs runs;
    private final OpenReports reports = new OpenReports();

    RecordingReport(ZoomApi api, ZoomWebinars webinars, Runs runs) {
        this.api = api;
        this.webinars = webinars;
        this.runs = runs;
    }

    /** The views of a run from that day on. */
    private record Part(String uuid, LocalDate from) {}

    Page<AttendanceRecord> page(EventRef event, @Nullable String cursor) {
        return Mark.read(cursor, mark -> mark.first() ? begin(event, mark) : goOn(event, mark));
    }

    private Page<AttendanceRecord> begin(EventRef event, Mark mark) {
        var ran = runs.of(event, webinars.known(event));
        return ran.isEmpty()
                ? new Page<>(List.of(), null, false)
                : views(event, mark, reports.begin(), first(ran.getFirst()), "");
    }

    private Page<AttendanceRecord> goOn(EventRef event, Mark mark) {
        var part = new Part(mark.part(1), LocalDate.ofEpochDay(Long.parseLong(mark.part(2))));
        return views(event, mark, reports.get(mark.part(0)), part, mark.part(3));
    }

    private static Part first(Runs.Run run) {
        return new Part(run.uuid(), LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC));
    }

    private Page<AttendanceRecord> views(EventRef event, Mark mark, Report report, Part part, String token) {
        var reply = api.pageReply(
                event.connection(),
                token,
                VIEWS,
                ZoomApi.uuid(part.uuid()),
                part.from(),
                part.from().plusDays(DAYS));
        var named = new LinkedHashMap<String, AttendanceRecord>();
        var more = "";
        if (!isNothing(reply)) {
            var page = api.json(reply);
            page.path("analytics_details").forEach(row -> note(report, named, row));
            more = ZoomApi.next(page);
        }
        return new Page<>(List.copyOf(named.values()), next(event, mark, report, part, more), true);
    }

    /** No recording; or an app that may not know, which then knows of nobody who watched one. */
    private static boolean isNothing(Reply reply) {
        return Mistakes.lacksScope(reply) || (reply.status() == 404 && Mistakes.code(reply) == Mistakes.NO_RECORDING);
    }

    private @Nullable String next(EventRef event, Mark mark, Report report, Part part, String token) {
        if (!token.isEmpty()) {
            return cursor(mark, report, part, token);
        }
        var later = new Part(part.uuid(), part.from().plusDays(DAYS + 1));
        if (!later.from().isAfter(LocalDate.ofInstant(api.now(), ZoneOffset.UTC))) {
            return cursor(mark, report, later, "");
        }
        var ran = runs.of(event, webinars.known(event));
        var then = Runs.after(ran, part.uuid());
        if (then == null) {
            reports.end(report);
            return null;
        }
        return ran.stream()
                .filter(run -> run.uuid().equals(then))
                .findFirst()
                .map(run -> cursor(mark, report, first(run), ""))
                .orElse(null);
    }

    private static String cursor(Mark mark, Report report, Part part, String token) {
        return mark.next(report.number(), part.uuid(), Long.toString(part.from().toEpochDay()), token);
    }

    /** Somebody without an address is told by name, so that a person can say who it is. */
    private static void note(Report report, Map<String, AttendanceRecord> named, JsonNode row) {
        var at = ZoomWebinar.instant(row.path("date_time"));
        var email = row.path("email").asString("");
        var name = row.path("name").asString("");
        var seconds = row.path("duration").asLong(0);
        var key = email.isEmpty() ? name : RegistrantBook.key(email);
        if (at == null || key.isBlank() || seconds <= 0) {
            return;
        }
        report.others().add(key, at, at.plusSeconds(seconds));
        var stay = report.others().of(key);
        named.put(key, new AttendanceRecord(null, null, email, name, stay.from(), stay.inAll()));
    }
}
