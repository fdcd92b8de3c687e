package rollcall.provider.simulator;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the control pages show of all simulated webinars. */
@Component
class ControlReads {

    static final int PAGE = 50;

    /** @param orphan whether its program is gone */
    record Line(SimulatedWebinar webinar, boolean orphan, Counts counts) {}

    /** One page, the newest first, and the id that the next one begins below; null on the last. */
    record Lines(List<Line> lines, @Nullable Long next) {}

    private final JdbcClient jdbc;

    ControlReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Lines page(@Nullable Long below) {
        var lines = lines("w.id < :key", below == null ? Long.MAX_VALUE : below, PAGE + 1);
        var shown = lines.subList(0, Math.min(PAGE, lines.size()));
        var counts = counts(shown.stream().map(line -> line.webinar().id()).toList());
        var counted = shown.stream()
                .map(line -> new Line(
                        line.webinar(),
                        line.orphan(),
                        counts.getOrDefault(line.webinar().id(), Counts.NONE)))
                .toList();
        return new Lines(
                counted, lines.size() > PAGE ? counted.getLast().webinar().id() : null);
    }

    /** @throws NoSuchSimulation when there is none */
    Line get(long id) {
        var line = lines("w.id = :key", id, 1).stream().findFirst().orElseThrow(NoSuchSimulation::new);
        return new Line(line.webinar(), line.orphan(), counts(List.of(id)).getOrDefault(id, Counts.NONE));
    }

    private List<Line> lines(String which, long key, int most) {
        return jdbc.sql("""
            select w.*, p.id as program from simulated_webinar w left join program p on p.id = w.program_id
            where %s order by w.id desc limit :most\
            """.formatted(which))
                .param("key", key)
                .param("most", most)
                .query((row, n) ->
                        new Line(SimulatedWebinars.webinar(row), row.getObject("program") == null, Counts.NONE))
                .list();
    }

    private Map<Long, Counts> counts(Collection<Long> ids) {
        var counts = new HashMap<Long, Counts>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                select w.id, r.approved, r.pending, r.gone, a.live, a.later, a.strangers
                from simulated_webinar w
                left join (select webinar_id, count(*) filter (where state = 'APPROVED') as approved,
                        count(*) filter (where state = 'PENDING') as pending,
                        count(*) filter (where state in ('DENIED', 'CANCELLED')) as gone
                    from simulated_registrant where webinar_id in (:ids) group by webinar_id) r on r.webinar_id = w.id
                left join (select webinar_id, count(*) filter (where kind = 'LIVE') as live,
                        count(*) filter (where kind = 'ON_DEMAND') as later,
                        count(*) filter (where registrant is null) as strangers
                    from simulated_attendance where webinar_id in (:ids) group by webinar_id) a on a.webinar_id = w.id
                where w.id in (:ids)\
                """).param("ids", ids).query(row -> {
                counts.put(
                        row.getLong("id"),
                        new Counts(
                                row.getLong("approved"),
                                row.getLong("pending"),
                                row.getLong("gone"),
                                row.getLong("live"),
                                row.getLong("later"),
                                row.getLong("strangers")));
            });
        }
        return counts;
    }
}
