package rollcall.provider.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import rollcall.web.Text;

/** The registrants of a simulated webinar as its control page lists them: in their order, a page at a time. */
@Component
class RegistrantList {

    static final int PAGE = 50;

    /**
     * Which page of the list is meant.
     *
     * @param q part of a name or an address; empty for everybody
     * @param after the number that the page begins after; null to begin at the start
     * @param before the number that the page ends before; counts only without {@code after}
     */
    record Ask(
            long webinarId,
            String q,
            @Nullable Long after,
            @Nullable Long before) {

        /** Where that page is. */
        public String address() {
            var address = UriComponentsBuilder.fromPath(ControlController.ADDRESS + webinarId);
            if (!q.isEmpty()) {
                address.queryParam("q", "{q}");
            }
            if (after != null) {
                address.queryParam("after", after);
            } else if (before != null) {
                address.queryParam("before", before);
            }
            return address.encode()
                    .buildAndExpand(q.isEmpty() ? new Object[0] : new Object[] {q})
                    .toUriString();
        }

        private Ask after(long nth) {
            return new Ask(webinarId, q, nth, null);
        }

        private Ask before(long nth) {
            return new Ask(webinarId, q, null, nth);
        }
    }

    /**
     * Somebody with what was seen of them.
     *
     * @param live null when they were not there
     */
    record Line(
            SimulatedRegistrant registrant,
            @Nullable Long live,
            @Nullable Long onDemand,
            boolean here) {}

    /** One page and the addresses of its neighbours; null where there is none. */
    record Part(
            List<Line> lines,
            @Nullable String previous,
            @Nullable String next) {}

    private final JdbcClient jdbc;

    RegistrantList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Part part(Ask ask) {
        var before = ask.after() == null ? ask.before() : null;
        return before == null ? forwards(ask, ask.after() == null ? 0 : ask.after()) : backwards(ask, before);
    }

    private Part forwards(Ask ask, long after) {
        var found = lines(ask, "r.nth > :key", "r.webinar_id, r.nth", after);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return part(ask, shown, after > 0, found.size() > PAGE);
    }

    private Part backwards(Ask ask, long before) {
        var found = lines(ask, "r.nth < :key", "r.webinar_id desc, r.nth desc", before);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return part(ask, shown.reversed(), found.size() > PAGE, true);
    }

    private static Part part(Ask ask, List<Line> lines, boolean previous, boolean next) {
        if (lines.isEmpty()) {
            return new Part(lines, null, null);
        }
        return new Part(
                lines,
                previous ? ask.before(lines.getFirst().registrant().nth()).address() : null,
                next ? ask.after(lines.getLast().registrant().nth()).address() : null);
    }

    private List<Line> lines(Ask ask, String from, String order, long key) {
        return jdbc.sql("""
            select %s, l.seconds as live, d.seconds as later, coalesce(l.open_since, d.open_since) as here
            from simulated_registrant r
            left join simulated_attendance l on l.registrant = r.id and l.kind = 'LIVE'
            left join simulated_attendance d on d.registrant = r.id and d.kind = 'ON_DEMAND'
            where r.webinar_id = :webinar and %s %s
            order by %s limit :most\
            """.formatted(SimulatedRegistrants.COLUMNS, from, searched(ask.q()), order))
                .param("webinar", ask.webinarId())
                .param("key", key)
                .param("q", pattern(ask.q()))
                .param("most", PAGE + 1)
                .query((row, n) -> new Line(
                        SimulatedRegistrants.registrant(row),
                        minutes(row.getObject("live", Long.class)),
                        minutes(row.getObject("later", Long.class)),
                        row.getObject("here") != null))
                .list();
    }

    private static @Nullable Long minutes(@Nullable Long seconds) {
        return seconds == null ? null : Long.valueOf(seconds / 60);
    }

    private static String searched(String q) {
        return q.isBlank() ? "" : "and r.search like :q escape '!'";
    }

    private static String pattern(String q) {
        return "%" + Text.searchable(q).replaceAll("([!%_])", "!$1") + "%";
    }
}
