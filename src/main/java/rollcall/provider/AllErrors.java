package rollcall.provider;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access.Reach;

/** What does not get through to providers, over all programs. */
@Component
class AllErrors {

    /** Nobody works through more causes on one page. */
    static final int MOST = 200;

    private static final String REACHED = " and (:everywhere or p.id in (:programs)) and p.archived_at is null";

    private final JdbcClient jdbc;
    private final ErrorDesk desk;
    private final Clock clock;

    AllErrors(JdbcClient jdbc, ErrorDesk desk, Clock clock) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.clock = clock;
    }

    /** Members of one program whose registration failed for the same cause. */
    record Line(long programId, String program, ErrorDesk.Cluster cluster) {}

    /** The programs with errors by their names, the most frequent cause of each first. */
    List<Line> errors(Reach reach) {
        var programs = programsWithErrors(reach);
        var clusters = desk.clusters(programs.keySet());
        return programs.entrySet().stream()
                .flatMap(program -> clusters.getOrDefault(program.getKey(), List.of()).stream()
                        .map(cluster -> new Line(program.getKey(), program.getValue(), cluster)))
                .limit(MOST)
                .toList();
    }

    private Map<Long, String> programsWithErrors(Reach reach) {
        var found = new LinkedHashMap<Long, String>();
        jdbc.sql("""
            select p.id, p.name from program p
            where (select coalesce(sum(s.n), 0) from status_count s
                where s.program_id = p.id and s.status = 'REGISTRATION_ERROR') > 0\
            """ + REACHED + " order by p.name, p.id limit :most")
                .param("everywhere", reach.everywhere())
                .param("programs", reach.idsOrNone())
                .param("most", MOST)
                .query((row, n) -> found.put(row.getLong("id"), row.getString("name")))
                .list();
        return found;
    }

    /**
     * Deliveries of one program that failed for now for the same cause, or that are held.
     *
     * @param failure TEMPORARY, UNCLEAR, THROTTLED or BARRED
     * @param words an example of what the provider said; empty when it said nothing
     * @param nextAt when the next of them is tried
     */
    record Retried(
            long programId,
            String program,
            String zone,
            String failure,
            long deliveries,
            String words,
            Instant nextAt) {}

    List<Retried> retried(Reach reach) {
        return jdbc.sql("""
                        select p.id, p.name, p.zone, u.failure, count(*) as deliveries, min(u.words) as words,
                            min(greatest(u.due_at, coalesce(w.held_until, u.due_at))) as next_at
                        from push u join program p on p.id = u.program_id
                        left join webinar w on w.program_id = u.program_id and w.provider = u.provider
                            and w.event_id = u.event_id
                        where u.due_at is not null and u.failure is not null\
                        """ + REACHED
                        + " group by p.id, p.name, p.zone, u.failure order by p.name, p.id, u.failure limit :most")
                .param("everywhere", reach.everywhere())
                .param("programs", reach.idsOrNone())
                .param("most", MOST)
                .query((row, n) -> new Retried(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("zone"),
                        row.getString("failure"),
                        row.getLong("deliveries"),
                        said(row.getString("words")),
                        later(WebinarRows.instant(row, "next_at"))))
                .list();
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words;
    }

    /** What is due already goes out at once. */
    private Instant later(@Nullable Instant at) {
        var now = clock.instant();
        return at == null || at.isBefore(now) ? now : at;
    }
}
