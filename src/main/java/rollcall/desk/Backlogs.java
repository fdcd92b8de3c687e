package rollcall.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much work waits, and for how long. Read at most every fifteen seconds, however many ask; while the database is away
 * nobody knows, and nobody waits for it more often than that either.
 */
@Component
class Backlogs {

    private static final Duration KEPT = Duration.ofSeconds(15);

    private static final String PAUSED_PROGRAMS = "select count(*) from webinar where held_until > :now";
    private static final String BARRED_CONNECTIONS =
            "select count(*) from provider_connection where health = 'BARRED' and enabled";
    private static final String MAIL_PAUSED =
            "select count(*) from mail_desk where paused_at is not null or held_until > :now";

    private final JdbcClient jdbc;
    private final Clock clock;
    private Reading last = new Reading(Instant.MIN, Map.of(), Double.NaN, Double.NaN, Double.NaN);

    Backlogs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param age seconds for which the oldest has been due; 0 when nothing is */
    record Size(double length, double age) {

        static final Size UNKNOWN = new Size(Double.NaN, Double.NaN);
    }

    /** What was read at one time; not a number where that is not known. */
    record Reading(
            Instant at, Map<Backlog, Size> sizes, double pausedPrograms, double barredConnections, double mailPaused) {

        Size of(Backlog backlog) {
            return sizes.getOrDefault(backlog, Size.UNKNOWN);
        }
    }

    synchronized Reading now() {
        var now = clock.instant();
        if (last.at().isBefore(now.minus(KEPT)) || last.at().isAfter(now)) {
            last = read(now);
        }
        return last;
    }

    private Reading read(Instant now) {
        try {
            var sizes = new EnumMap<Backlog, Size>(Backlog.class);
            for (var backlog : Backlog.values()) {
                sizes.put(backlog, size(backlog, now));
            }
            return new Reading(
                    now, sizes, count(PAUSED_PROGRAMS, now), count(BARRED_CONNECTIONS, now), count(MAIL_PAUSED, now));
        } catch (DataAccessException away) {
            return new Reading(now, Map.of(), Double.NaN, Double.NaN, Double.NaN);
        }
    }

    private Size size(Backlog backlog, Instant now) {
        return jdbc.sql(backlog.sql())
                .param("now", Timestamp.from(now))
                .query((row, n) -> size(row, now))
                .single();
    }

    private static Size size(ResultSet row, Instant now) throws SQLException {
        var oldest = row.getObject("oldest", OffsetDateTime.class);
        var age = oldest == null ? 0 : Duration.between(oldest.toInstant(), now).toMillis() / 1000.0;
        return new Size(row.getLong("n"), Math.max(0, age));
    }

    private int count(String sql, Instant now) {
        return jdbc.sql(sql)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }
}
