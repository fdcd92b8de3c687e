package rollcall.provider.gotowebinar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rollcall.provider.AttendanceRecord;
import tools.jackson.databind.JsonNode;

/**
 * Everything that one person was there, over all sessions. There is one row a session and person, with how long they
 * attended [G2-OAS]; should there be more, then what they cover together counts.
 */
final class Visits {

    private record Interval(Instant join, Instant leave) {}

    private record Row(long seconds, List<Interval> intervals) {}

    private final String registrantKey;
    private final String email;
    private final String name;
    private final Map<String, List<Row>> bySession = new LinkedHashMap<>();

    private Visits(JsonNode row) {
        this.registrantKey = Json.text(row, "registrantKey");
        this.email = Json.text(row, "email");
        this.name = (Json.text(row, "firstName") + " " + Json.text(row, "lastName")).strip();
    }

    /** Who it is, as far as the report tells people apart. */
    static String person(JsonNode row) {
        var key = Json.text(row, "registrantKey");
        return key.isEmpty() ? "e:" + Json.text(row, "email").toLowerCase(Locale.ROOT) : "r:" + key;
    }

    /** Adds rows to what was read of each person before. */
    static void add(Map<String, Visits> people, Collection<JsonNode> rows) {
        rows.forEach(row ->
                people.computeIfAbsent(person(row), person -> new Visits(row)).add(row));
    }

    private void add(JsonNode row) {
        var intervals = new ArrayList<Interval>();
        row.path("attendance").forEach(visit -> {
            var join = Json.instant(visit, "joinTime");
            var leave = Json.instant(visit, "leaveTime");
            if (join != null) {
                intervals.add(new Interval(join, leave == null || leave.isBefore(join) ? join : leave));
            }
        });
        var read = new Row(row.path("attendanceTimeInSeconds").asLong(0), intervals);
        var rows = bySession.computeIfAbsent(Json.text(row, "sessionKey"), session -> new ArrayList<>());
        if (!rows.contains(read)) {
            rows.add(read);
        }
    }

    AttendanceRecord asRecord() {
        return new AttendanceRecord(
                null, registrantKey.isEmpty() ? null : registrantKey, email, name, first(), total());
    }

    private @Nullable Instant first() {
        return bySession.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> row.intervals().stream())
                .map(Interval::join)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Duration total() {
        return Duration.ofSeconds(
                bySession.values().stream().mapToLong(Visits::seconds).sum());
    }

    private static long seconds(List<Row> session) {
        var said = session.stream().mapToLong(Row::seconds).max().orElse(0);
        return session.size() == 1 && said > 0 ? said : Math.max(said, covered(session));
    }

    private static long covered(List<Row> session) {
        var all = session.stream()
                .flatMap(row -> row.intervals().stream())
                .sorted(Comparator.comparing(Interval::join))
                .toList();
        var total = Duration.ZERO;
        Instant until = null;
        for (var one : all) {
            var from = until == null || one.join().isAfter(until) ? one.join() : Objects.requireNonNull(until);
            if (one.leave().isAfter(from)) {
                total = total.plus(Duration.between(from, one.leave()));
                until = one.leave();
            }
        }
        return total.toSeconds();
    }
}
