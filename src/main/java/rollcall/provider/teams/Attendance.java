package rollcall.provider.teams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rollcall.provider.AttendanceRecord;
import tools.jackson.databind.JsonNode;

/**
 * Who attended a webinar. There is a report for each time that it was run (MS-ATT), rehearsals too: those that overlap the
 * schedule count [assumed], and all visits of somebody are one record. Whoever comes in a later report once more is handed
 * out again, with all their visits so far. Only how long each was there is held, and not what is known of them.
 */
final class Attendance implements Walk<AttendanceRecord> {

    /** @param from null when Graph does not say */
    private record Visits(@Nullable Instant from, Duration attended) {

        Visits and(Visits other) {
            return new Visits(earlier(from, other.from), attended.plus(other.attended));
        }
    }

    private record Report(
            String path, @Nullable Instant from, @Nullable Instant to) {}

    private final Graph graph;
    private final WebinarAddress webinar;
    private final Instant now;
    private final Map<String, Visits> seen = new HashMap<>();

    private @Nullable Deque<GraphList<AttendanceRecord>> reports;
    private boolean complete;

    Attendance(Graph graph, WebinarAddress webinar, Instant now) {
        this.graph = graph;
        this.webinar = webinar;
        this.now = now;
    }

    @Override
    public List<AttendanceRecord> step() {
        var left = reports == null ? begin() : reports;
        if (left.isEmpty()) {
            return List.of();
        }
        var part = left.getFirst().step();
        if (left.getFirst().over()) {
            left.removeFirst();
        }
        return summed(part);
    }

    @Override
    public boolean over() {
        return reports != null && reports.isEmpty();
    }

    /** Before a run has ended, there is no report of it. */
    @Override
    public boolean complete() {
        return complete;
    }

    private Deque<GraphList<AttendanceRecord>> begin() {
        var planned = TeamsWebinar.of(graph.read(webinar.connection(), webinar.path()));
        var runs = sessions().stream()
                .flatMap(session -> reports(session).stream())
                .filter(report -> planned.during(report.from(), report.to()))
                .toList();
        complete = planned.overBy(now) && !runs.isEmpty() && runs.stream().allMatch(run -> run.to() != null);
        var lists = new ArrayDeque<GraphList<AttendanceRecord>>();
        runs.forEach(run -> lists.add(
                new GraphList<>(graph, webinar.connection(), run.path() + "/attendanceRecords", Attendance::attendee)));
        reports = lists;
        return lists;
    }

    private List<String> sessions() {
        return new GraphList<>(graph, webinar.connection(), webinar.sessions(), Attendance::id).rest();
    }

    private List<Report> reports(String session) {
        var path = webinar.attendanceReports(session);
        return new GraphList<>(
                        graph,
                        webinar.connection(),
                        path,
                        node -> id(node).map(id -> new Report(
                                path + "/" + WebinarAddress.encoded(id),
                                GraphTimes.stamp(node.path("meetingStartDateTime")),
                                GraphTimes.stamp(node.path("meetingEndDateTime")))))
                .rest();
    }

    private static Optional<String> id(JsonNode node) {
        return Optional.of(node.path("id").asString("")).filter(id -> !id.isBlank());
    }

    /** An {@code attendanceRecord} (MS-REC); nothing for those who ran it, or who have no role. */
    private static Optional<AttendanceRecord> attendee(JsonNode node) {
        if (!node.path("role").asString("").equalsIgnoreCase("Attendee")) {
            return Optional.empty();
        }
        var registration = node.path("registrationId").asString("");
        return Optional.of(new AttendanceRecord(
                Registration.memberId(node),
                registration.isBlank() ? null : registration,
                node.path("emailAddress").asString(""),
                node.path("identity").path("displayName").asString(""),
                firstJoin(node.path("attendanceIntervals")),
                Duration.ofSeconds(
                        Math.max(0, node.path("totalAttendanceInSeconds").asInt(0)))));
    }

    private static @Nullable Instant firstJoin(JsonNode intervals) {
        Instant first = null;
        for (var interval : intervals) {
            first = earlier(first, GraphTimes.stamp(interval.path("joinDateTime")));
        }
        return first;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }

    private List<AttendanceRecord> summed(List<AttendanceRecord> part) {
        var summed = new LinkedHashMap<String, AttendanceRecord>();
        for (var record : part) {
            var key = key(record);
            var visits = seen.merge(key, new Visits(record.from(), record.attended()), Visits::and);
            summed.put(key, with(record, visits));
        }
        return List.copyOf(summed.values());
    }

    private static String key(AttendanceRecord record) {
        if (record.registrantId() != null) {
            return "r" + record.registrantId();
        }
        return record.email().isBlank()
                ? "n" + record.name()
                : "e" + record.email().toLowerCase(Locale.ROOT);
    }

    private static AttendanceRecord with(AttendanceRecord record, Visits visits) {
        return new AttendanceRecord(
                record.memberId(),
                record.registrantId(),
                record.email(),
                record.name(),
                visits.from(),
                visits.attended());
    }
}
