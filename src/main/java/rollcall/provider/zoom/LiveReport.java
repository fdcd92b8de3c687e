package rollcall.provider.zoom;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.EventRef;
import rollcall.provider.Page;
import rollcall.provider.Registrant;
import rollcall.provider.zoom.OpenReports.Report;
import tools.jackson.databind.JsonNode;

/**
 * Who was there live, by the report of participants: one row per join, in no order that Zoom promises, and with an address
 * only for people of the host's own account [Z-OAS]. A page tells of each person on it all that the report has said of
 * them so far; so the last that names somebody tells all.
 *
 * <p>Who has no registrant id is a host, a panelist or somebody unknown [assumed]: they count only when the address is a
 * registrant's, which is looked for once the report is read. So an event to which only its hosts came stays empty.
 */
final class LiveReport {

    private static final String PARTICIPANTS = "/report/webinars/{uuid}/participants?include_fields=registrant_id";

    /** What takes the place of a run's UUID once all of them are read. */
    private static final String OTHERS = "-";

    private final ZoomApi api;
    private final ZoomWebinars webinars;
    private final Runs runs;
    private final RegistrantBook book;
    private final OpenReports reports = new OpenReports();

    LiveReport(ZoomApi api, ZoomWebinars webinars, Runs runs, RegistrantBook book) {
        this.api = api;
        this.webinars = webinars;
        this.runs = runs;
        this.book = book;
    }

    Page<AttendanceRecord> page(EventRef event, @Nullable String cursor) {
        return Mark.read(cursor, mark -> mark.first() ? begin(event, mark) : goOn(event, mark));
    }

    private Page<AttendanceRecord> begin(EventRef event, Mark mark) {
        var ran = runs.of(event, webinars.known(event));
        return ran.isEmpty()
                ? new Page<>(List.of(), null, false)
                : participants(event, mark, reports.begin(), ran.getFirst().uuid(), "");
    }

    private Page<AttendanceRecord> goOn(EventRef event, Mark mark) {
        var report = reports.get(mark.part(0));
        return mark.part(1).equals(OTHERS)
                ? others(event, mark, report, mark.part(2))
                : participants(event, mark, report, mark.part(1), mark.part(2));
    }

    private Page<AttendanceRecord> participants(EventRef event, Mark mark, Report report, String uuid, String token) {
        var page = api.page(event.connection(), token, PARTICIPANTS, ZoomApi.uuid(uuid));
        var named = new LinkedHashMap<String, JsonNode>();
        page.path("participants").forEach(row -> note(report, named, row));
        var records = named.entrySet().stream()
                .map(one ->
                        record(report, one.getKey(), text(one.getValue(), "user_email"), text(one.getValue(), "name")))
                .toList();
        return new Page<>(records, next(event, mark, report, uuid, ZoomApi.next(page)), true);
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asString("");
    }

    private @Nullable String next(EventRef event, Mark mark, Report report, String uuid, String token) {
        if (!token.isEmpty()) {
            return mark.next(report.number(), uuid, token);
        }
        var then = Runs.after(runs.of(event, webinars.known(event)), uuid);
        if (then != null) {
            return mark.next(report.number(), then, "");
        }
        if (!report.others().isEmpty()) {
            return mark.next(report.number(), OTHERS, "");
        }
        reports.end(report);
        return null;
    }

    private static void note(Report report, Map<String, JsonNode> named, JsonNode row) {
        var from = ZoomWebinar.instant(row.path("join_time"));
        if (from == null) {
            return;
        }
        var id = text(row, "registrant_id");
        var email = text(row, "user_email");
        if (!id.isEmpty()) {
            report.registrants().add(id, from, until(row, from));
            named.put(id, row);
        } else if (!email.isEmpty()) {
            report.others().add(RegistrantBook.key(email), from, until(row, from));
        }
    }

    /** The time of leaving; where there is none, by the duration, which is taken for seconds [assumed]. */
    private static Instant until(JsonNode row, Instant from) {
        var left = ZoomWebinar.instant(row.path("leave_time"));
        return left == null ? from.plusSeconds(Math.max(0, row.path("duration").asLong(0))) : left;
    }

    private static AttendanceRecord record(Report report, String id, String email, String name) {
        var stay = report.registrants().of(id);
        return new AttendanceRecord(null, id, email, name, stay.from(), stay.there());
    }

    /** Finds those without an id among those who are let in, page by page. */
    private Page<AttendanceRecord> others(EventRef event, Mark mark, Report report, String token) {
        var page = book.read(event, "approved", token);
        var records = RegistrantBook.registrants(page).stream()
                .filter(one -> report.others().has(RegistrantBook.key(one.ref().email())))
                .map(one -> known(report, one))
                .toList();
        var more = ZoomApi.next(page);
        if (more.isEmpty()) {
            reports.end(report);
        }
        return new Page<>(records, more.isEmpty() ? null : mark.next(report.number(), OTHERS, more), true);
    }

    private static AttendanceRecord known(Report report, Registrant one) {
        var id = one.ref().registrantId();
        report.registrants()
                .join(
                        String.valueOf(id),
                        report.others(),
                        RegistrantBook.key(one.ref().email()));
        return record(report, String.valueOf(id), one.ref().email(), one.name());
    }
}
