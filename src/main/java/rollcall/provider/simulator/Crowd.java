package rollcall.provider.simulator;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.provider.AttendanceKind;

/**
 * Lets a webinar have the audience that webinars have: of a hundred registrants in a row, sixty are there live, twelve
 * watch later and the rest stay away. Who does what follows from their numbers alone, so that the same people always do
 * the same. Whoever was seen already stays as they are, and whose address asks for something gets it.
 */
@Component
class Crowd {

    static final int LIVE_PERCENT = 60;
    static final int ON_DEMAND_PERCENT = 12;

    /** How many came in each way. */
    record Came(int live, int onDemand) {}

    /** Numbers that share no divisor with 100 or 81 spread a row of neighbours evenly. */
    private static final String CHANCE = "mod(r.nth * 61, 100)";

    private final JdbcClient jdbc;

    Crowd(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Came come(SimulatedWebinar webinar) {
        var live = "%s < %d".formatted(CHANCE, LIVE_PERCENT);
        var later = "%s between %d and %d".formatted(CHANCE, LIVE_PERCENT, LIVE_PERCENT + ON_DEMAND_PERCENT - 1);
        // Those who are live come first, and whoever was seen is not chosen again.
        return new Came(
                come(webinar, AttendanceKind.LIVE, live, 20, webinar.startedAt()),
                come(webinar, AttendanceKind.ON_DEMAND, later, 10, webinar.endedAt()));
    }

    /** @param leastPercent of the webinar's length; the most is 80 percent more */
    private int come(
            SimulatedWebinar webinar, AttendanceKind kind, String chance, int leastPercent, @Nullable Instant from) {
        return jdbc.sql("""
            insert into simulated_attendance (webinar_id, registrant, email, name, kind, from_at, seconds)
            select r.webinar_id, r.id, '', '', cast(:kind as varchar(20)), cast(:from as timestamp(6) with time zone),
                greatest(60, cast(:minutes as bigint) * 60 * (%d + mod(r.nth * 37, 81)) / 100)
            from simulated_registrant r
            where r.webinar_id = :webinar and r.state = 'APPROVED' and (r.plan = :kind or r.plan is null and %s)
                and not exists (select 1 from simulated_attendance a where a.registrant = r.id)
            order by r.nth\
            """.formatted(leastPercent, chance))
                .param("kind", kind.name())
                .param("from", from == null ? null : Timestamp.from(from))
                .param("minutes", webinar.minutes())
                .param("webinar", webinar.id())
                .update();
    }
}
