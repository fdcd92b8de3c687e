package rollcall.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.job.JobState;
import rollcall.provider.DueProgram.Last;

/** Reads the programs with a provider that run, are over or are due to be refreshed, each with its last refresh, in one query for a page. */
@Component
class DuePrograms {

    private final JdbcClient jdbc;

    DuePrograms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last one of a page: behind it the next page begins. */
    record Key(Instant startsAt, long id) {

        static final Key FIRST = new Key(Instant.parse("9999-12-31T00:00:00Z"), 0);

        private static final Pattern SHAPE = Pattern.compile("(-?\\d{1,17})\\.(\\d{1,18})");

        static Key of(DueProgram last) {
            return new Key(last.startsAt(), last.id());
        }

        /** The beginning for null or a text that is no key. */
        static Key parse(@Nullable String text) {
            var parts = SHAPE.matcher(text == null ? "" : text);
            return parts.matches()
                    ? new Key(
                            Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                            Long.parseLong(parts.group(2)))
                    : FIRST;
        }

        @Override
        public String toString() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, startsAt) + "." + id;
        }
    }

    /** The latest first. */
    List<DueProgram> page(Instant now, Key behind, int most) {
        return jdbc.sql("""
            select p.id, p.name, p.starts_at, p.ends_at, p.zone, w.provider, w.refreshes_itself, w.held_for,
                w.next_refresh_at, r.id as refresh_id, r.asked_at, r.end_state, r.no_shows, r.problem,
                (select coalesce(sum(c.n), 0) from refresh_count c
                    where c.refresh_id = r.id and c.outcome = 'CHANGED') as changed,
                (select coalesce(sum(s.n), 0) from status_count s
                    where s.program_id = p.id and s.status = 'REGISTRATION_ERROR') as errors,
                (select count(*) from push u where u.program_id = p.id and u.due_at is not null) as waiting,
                (select count(*) from unmatched_attendee a
                    where a.program_id = p.id and a.state = 'OPEN') as unmatched
            from webinar w
            join program p on p.id = w.program_id
            left join refresh r on r.id = (
                select max(l.id) from refresh l where l.program_id = p.id and not l.preview)
            where p.archived_at is null
                and (p.starts_at <= :now or w.ended_at is not null or w.next_refresh_at <= :now)
                and (p.starts_at, p.id) < (:startsAt, :id)
            order by p.starts_at desc, p.id desc limit :most\
            """)
                .param("now", Timestamp.from(now))
                .param("startsAt", Timestamp.from(behind.startsAt()))
                .param("id", behind.id())
                .param("most", most)
                .query((row, n) -> program(row))
                .list();
    }

    /** The programs whose next refresh was to begin by now, whether they refresh themselves or not. */
    List<Long> due(Instant now) {
        return jdbc.sql("select program_id from webinar where next_refresh_at <= :now order by next_refresh_at limit"
                        + " 1000")
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .list();
    }

    private static DueProgram program(ResultSet row) throws SQLException {
        return new DueProgram(
                row.getLong("id"),
                row.getString("name"),
                Objects.requireNonNull(WebinarRows.instant(row, "starts_at")),
                Objects.requireNonNull(WebinarRows.instant(row, "ends_at")),
                row.getString("zone"),
                row.getString("provider"),
                row.getBoolean("refreshes_itself"),
                row.getString("held_for"),
                WebinarRows.instant(row, "next_refresh_at"),
                row.getInt("waiting"),
                row.getInt("errors"),
                row.getLong("unmatched"),
                last(row));
    }

    private static @Nullable Last last(ResultSet row) throws SQLException {
        var id = row.getObject("refresh_id", Long.class);
        if (id == null) {
            return null;
        }
        var endState = row.getString("end_state");
        var noShows = row.getString("no_shows");
        var problem = row.getString("problem");
        return new Last(
                id,
                Objects.requireNonNull(WebinarRows.instant(row, "asked_at")),
                endState == null ? null : JobState.valueOf(endState),
                noShows == null ? null : NoShows.valueOf(noShows),
                row.getInt("changed"),
                problem == null ? null : RefreshProblem.valueOf(problem));
    }
}
