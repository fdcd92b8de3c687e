package rollcall.provider.gotowebinar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.EventRef;
import rollcall.provider.Page;
import tools.jackson.databind.JsonNode;

/**
 * Who attended, over all past sessions of a webinar [G2-OAS]. Where there was one session, the report goes on page by
 * page. Where there were several, somebody's rows may stand on any page, so that they are put together: all pages are
 * read for so many people at a time as fit, mostly once.
 */
final class AttendanceReport {

    private static final String PATH = "/attendees";

    /** How many rows are held at a time. */
    private static final int MOST = 10_000;

    private static final String PART = "part:";

    private final GoToApi api;
    private final int most;

    AttendanceReport(GoToApi api) {
        this(api, MOST);
    }

    AttendanceReport(GoToApi api, int most) {
        this.api = api;
        this.most = most;
    }

    Page<AttendanceRecord> live(EventRef event, @Nullable String cursor) {
        if (cursor != null && cursor.startsWith(PART)) {
            return part(event, Rows.number(cursor.substring(PART.length())), 0);
        }
        if (cursor != null) {
            return page(event, Rows.number(cursor), 0);
        }
        var sessions = Sessions.of(api, event);
        return switch (sessions.count()) {
            case 0 -> new Page<>(List.of(), null, false);
            case 1 -> page(event, 0, sessions.attended());
            default -> part(event, 0, sessions.attended());
        };
    }

    /**
     * One page of the report.
     *
     * @param attended how many the session counts; as long as none of them is in the report, it is not ready
     */
    private Page<AttendanceRecord> page(EventRef event, int page, int attended) {
        var rows = rows(event, page);
        var people = new LinkedHashMap<String, Visits>();
        Visits.add(people, rows.rows());
        var ready = !rows.rows().isEmpty() || attended == 0;
        return new Page<>(
                people.values().stream().map(Visits::asRecord).toList(), rows.next(page), rows.last() && ready);
    }

    private Rows rows(EventRef event, int page) {
        return Rows.of(api.read(event, PATH, Map.of("page", page, "size", Rows.SIZE)), page);
    }

    /** All that is said of every so-manieth person; {@code attended} as in {@link #page}. */
    private Page<AttendanceRecord> part(EventRef event, int part, int attended) {
        var people = new LinkedHashMap<String, Visits>();
        var page = 0;
        var rows = rows(event, page);
        var parts = Math.max(1, Math.ceilDiv(rows.total(), most));
        while (true) {
            Visits.add(
                    people,
                    rows.rows().stream().filter(row -> in(row, part, parts)).toList());
            if (rows.last()) {
                break;
            }
            rows = rows(event, ++page);
        }
        var last = part + 1 >= parts;
        return new Page<>(
                people.values().stream().map(Visits::asRecord).toList(),
                last ? null : PART + (part + 1),
                last && (rows.total() > 0 || attended == 0));
    }

    private static boolean in(JsonNode row, int part, int parts) {
        return Math.floorMod(Visits.person(row).hashCode(), parts) == part;
    }
}
