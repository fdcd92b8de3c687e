package rollcall.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** The rows of {@code job}. Whoever runs a job holds a lease on it, which each chunk renews and checks. */
@Component
class JobRows {

    static final String SELECT = """
        select id, kind, program_id, state, cancel_asked, total, done, resume_point, details, problem, actor_key,
            actor_name, created_at, started_at, ended_at
        from job
        """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration lease;

    /** @param lease how long a run may be silent before another one may take the job over */
    JobRows(JdbcClient jdbc, Clock clock, @Value("${rollcall.job-lease:PT1M}") Duration lease) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lease = lease;
    }

    long insert(
            String kind, @Nullable Long programId, Actor by, long total, String details, @Nullable String requestId) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into job (kind, program_id, state, cancel_asked, total, done, resume_point, details,
                request_id, actor_key, actor_name, created_at)
            values (:kind, :program, 'WAITING', false, :total, 0, '', :details,
                :request, :actorKey, :actorName, :now)\
            """)
                .param("kind", kind)
                .param("program", programId)
                .param("total", total)
                .param("details", details)
                .param("request", requestId)
                .param("actorKey", by.key())
                .param("actorName", by.name())
                .param("now", now())
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    Optional<Long> byRequest(@Nullable Long programId, @Nullable String requestId) {
        return requestId == null
                ? Optional.empty()
                : jdbc.sql("select id from job where program_id = :program and request_id = :request")
                        .param("program", programId)
                        .param("request", requestId)
                        .query(Long.class)
                        .optional();
    }

    Optional<Job> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, n) -> job(row))
                .optional();
    }

    List<Job> recent(long programId, String kind, int most) {
        return jdbc.sql(SELECT + "where program_id = :program and kind = :kind order by id desc limit :most")
                .param("program", programId)
                .param("kind", kind)
                .param("most", most)
                .query((row, n) -> job(row))
                .list();
    }

    Optional<Job> newest(String kind, boolean ended) {
        return jdbc.sql(SELECT + "where program_id is null and kind = :kind and ended_at is "
                        + (ended ? "not null" : "null") + " order by id desc limit 1")
                .param("kind", kind)
                .query((row, n) -> job(row))
                .optional();
    }

    void askToCancel(long id) {
        jdbc.sql("update job set cancel_asked = true where id = :id and ended_at is null")
                .param("id", id)
                .update();
    }

    /** Takes the lease, when nobody else holds one that is still good. */
    boolean claim(long id, String owner) {
        return jdbc.sql("""
            update job set state = 'RUNNING', owner = :owner, lease_until = :until,
                started_at = coalesce(started_at, :now)
            where id = :id and ended_at is null
                and (lease_until is null or lease_until < :now or owner = :owner)\
            """)
                        .param("owner", owner)
                        .param("until", until())
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Renews the lease and locks the row; empty when the lease was lost or the job has ended. */
    Optional<Job> hold(long id, String owner) {
        int held = jdbc.sql(
                        "update job set lease_until = :until where id = :id and owner = :owner and ended_at is null")
                .param("until", until())
                .param("id", id)
                .param("owner", owner)
                .update();
        return held == 1 ? find(id) : Optional.empty();
    }

    void store(long id, Progress progress) {
        jdbc.sql("""
            update job set done = :done, resume_point = :point, total = coalesce(cast(:total as bigint), total)
            where id = :id\
            """)
                .param("done", progress.done())
                .param("total", progress.total())
                .param("point", progress.resumePoint())
                .param("id", id)
                .update();
    }

    void end(long id, JobState state, @Nullable String problem) {
        jdbc.sql("""
            update job set state = :state, problem = :problem, ended_at = :now, owner = null,
                lease_until = null
            where id = :id and ended_at is null\
            """)
                .param("state", state.name())
                .param("problem", problem)
                .param("now", now())
                .param("id", id)
                .update();
    }

    void letGo(long id, String owner) {
        jdbc.sql("update job set owner = null, lease_until = null where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp until() {
        return Timestamp.from(clock.instant().plus(lease));
    }

    static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong("id"),
                row.getString("kind"),
                row.getObject("program_id", Long.class),
                JobState.valueOf(row.getString("state")),
                row.getBoolean("cancel_asked"),
                row.getLong("total"),
                row.getLong("done"),
                row.getString("resume_point"),
                row.getString("details"),
                row.getString("problem"),
                new Actor(row.getString("actor_key"), row.getString("actor_name")),
                at(row, "created_at"),
                atOrNull(row, "started_at"),
                atOrNull(row, "ended_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant atOrNull(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
