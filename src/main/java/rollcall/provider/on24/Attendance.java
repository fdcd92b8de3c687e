package rollcall.provider.on24;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rollcall.provider.AttendanceKind;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.EventRef;
import rollcall.provider.Page;
import rollcall.provider.on24.On24Client.Ask;

/**
 * Who was there: {@code GET /event/{eventId}/attendee}, one row per person with minutes live and of the recording, all
 * visits taken together (ON24-OAS). Somebody may have both.
 */
final class Attendance {

    private final Lists lists;

    Attendance(Lists lists) {
        this.lists = lists;
    }

    Page<AttendanceRecord> page(EventRef event, AttendanceKind kind, @Nullable String cursor) {
        var ask = Ask.ofEvent(event.externalId(), "/attendee");
        var what = new Lists.What<>("attendees", kind.name(), AttendanceRecord.class);
        return lists.page(
                event,
                what,
                ask,
                cursor,
                (row, report) -> record(row, kind).ifPresent(one -> report.add(one, Registrants.key(row))));
    }

    /** What the row says of that kind; nothing when it says that they were not there in this way, or are gone. */
    static Optional<AttendanceRecord> record(Row row, AttendanceKind kind) {
        var prefix = kind == AttendanceKind.LIVE ? "live" : "archive";
        var attended = attended(row, prefix);
        return row.active() && (row.number(prefix + "viewed") > 0 || attended.isPositive())
                ? Optional.of(new AttendanceRecord(
                        row.memberId(),
                        row.id("eventuserid"),
                        row.text("email"),
                        row.name(),
                        row.at("first" + prefix + "activity"),
                        attended))
                : Optional.empty();
    }

    /** Whole minutes, rounded, at least 1 for any view (ON24-OAS); that {@code cumulative…} will do without them is assumed. */
    private static Duration attended(Row row, String prefix) {
        long minutes = row.number(prefix + "minutes");
        return Duration.ofMinutes(Math.max(0, minutes > 0 ? minutes : row.number("cumulative" + prefix + "minutes")));
    }
}
