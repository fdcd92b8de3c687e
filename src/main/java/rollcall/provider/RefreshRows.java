package rollcall.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.job.JobState;
import rollcall.program.Actor;

/** The rows of {@code refresh}. */
@Component
class RefreshRows {

    private static final String SELECT = "select * from refresh ";

    private final JdbcClient jdbc;

    RefreshRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(long programId, EventRef event, RefreshOrder order, Instant now) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into refresh (program_id, provider, event_id, connection_id, preview, automatic, confirmed_empty, actor_key,
                actor_name, asked_at, registrants, live, on_demand, complete, unmatched)
            values (:program, :provider, :event, :connection, :preview, :automatic, :empty, :actorKey,
                :actorName, :now, 0, 0, 0, false, 0)\
            """)
                .param("program", programId)
                .param("provider", event.kind())
                .param("connection", event.connectionId())
                .param("event", event.externalId())
                .param("preview", order.preview())
                .param("automatic", order.automatic())
                .param("empty", order.confirmedEmpty())
                .param("actorKey", order.by().key())
                .param("actorName", order.by().name())
                .param("now", Timestamp.from(now))
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    void started(long id, long jobId) {
        jdbc.sql("update refresh set job_id = :job where id = :id")
                .param("job", jobId)
                .param("id", id)
                .update();
    }

    void described(long id, EventDetails details, @Nullable Instant startedAt, @Nullable Instant endedAt, Instant now) {
        jdbc.sql("""
            update refresh set started_at = :now, event_state = :state, event_started_at = :startedAt,
                event_ended_at = :endedAt
            where id = :id\
            """)
                .param("now", Timestamp.from(now))
                .param("state", details.state().name())
                .param("startedAt", stamp(startedAt))
                .param("endedAt", stamp(endedAt))
                .param("id", id)
                .update();
    }

    void read(long id, int registrants, int live, int onDemand, @Nullable Boolean complete) {
        jdbc.sql("""
            update refresh set registrants = registrants + :registrants, live = live + :live,
                on_demand = on_demand + :onDemand, complete = coalesce(cast(:complete as boolean), complete)
            where id = :id\
            """)
                .param("registrants", registrants)
                .param("live", live)
                .param("onDemand", onDemand)
                .param("complete", complete)
                .param("id", id)
                .update();
    }

    /** How many more the provider itself has named as absent; none is a number too. */
    void named(long id, int missed) {
        jdbc.sql("update refresh set missed = coalesce(missed, 0) + :missed where id = :id")
                .param("missed", missed)
                .param("id", id)
                .update();
    }

    void matched(long id, NoShows noShows, int unmatched, int strangers) {
        jdbc.sql("update refresh set no_shows = :noShows, unmatched = :unmatched, strangers = :strangers"
                        + " where id = :id")
                .param("strangers", strangers)
                .param("noShows", noShows.name())
                .param("unmatched", unmatched)
                .param("id", id)
                .update();
    }

    void troubled(long id, RefreshProblem problem, String words, @Nullable Instant retryAt) {
        jdbc.sql("update refresh set problem = :problem, words = :words, retry_at = :retryAt where id = :id")
                .param("problem", problem.name())
                .param("words", ProviderFailure.cut(words))
                .param("retryAt", stamp(retryAt))
                .param("id", id)
                .update();
    }

    void ended(long id, JobState state, Instant now) {
        jdbc.sql("update refresh set ended_at = :now, end_state = :state where id = :id and ended_at is null")
                .param("now", Timestamp.from(now))
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    Refresh of(Job job) {
        return one("where id = :id", "id", Long.parseLong(job.details())).orElseThrow();
    }

    Optional<Refresh> ofJob(long jobId) {
        return one("where job_id = :job", "job", jobId);
    }

    Optional<Refresh> find(long programId, long id) {
        return one("where id = :id", "id", id).filter(one -> one.programId() == programId);
    }

    /** The one that is under way; a preview changes nothing and is in nobody's way. */
    Optional<Refresh> running(long programId) {
        return one(
                "where program_id = :program and ended_at is null and not preview order by id limit 1",
                "program",
                programId);
    }

    /** The one that reads that event now, be it a preview. */
    Optional<Refresh> reading(EventRef event) {
        return jdbc.sql(SELECT
                        + "where provider = :provider and event_id = :event and ended_at is null order by id limit 1")
                .param("provider", event.kind())
                .param("event", event.externalId())
                .query((row, n) -> refresh(row))
                .optional();
    }

    /** The last one that was not only a preview. */
    Optional<Refresh> last(long programId) {
        return one("where program_id = :program and not preview order by id desc limit 1", "program", programId);
    }

    private Optional<Refresh> one(String where, String name, Object value) {
        return jdbc.sql(SELECT + where)
                .param(name, value)
                .query((row, n) -> refresh(row))
                .optional();
    }

    /** The newest first, below that id. */
    List<RefreshLine> page(long programId, long below, int most) {
        return jdbc.sql("""
            select r.*, (select coalesce(sum(c.n), 0) from refresh_count c
                where c.refresh_id = r.id and c.outcome = 'CHANGED') as changed
            from refresh r where r.program_id = :program and r.id < :below
            order by r.program_id desc, r.id desc limit :most\
            """)
                .param("program", programId)
                .param("below", below)
                .param("most", most)
                .query((row, n) -> new RefreshLine(refresh(row), row.getInt("changed")))
                .list();
    }

    /** How many of a program's have failed since the last one that went through. */
    int failuresInARow(long programId) {
        return jdbc.sql("""
            select count(*) from refresh f where f.program_id = :program and f.end_state = 'FAILED' and not f.preview
                and f.id > coalesce((select max(d.id) from refresh d
                    where d.program_id = :program and d.end_state = 'DONE' and not d.preview), 0)\
            """).param("program", programId).query(Integer.class).single();
    }

    private static @Nullable Timestamp stamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    static Refresh refresh(ResultSet row) throws SQLException {
        var state = row.getString("event_state");
        var noShows = row.getString("no_shows");
        var endState = row.getString("end_state");
        var problem = row.getString("problem");
        return new Refresh(
                row.getLong("id"),
                row.getLong("program_id"),
                row.getObject("job_id", Long.class),
                WebinarRows.event(row),
                row.getBoolean("preview"),
                row.getBoolean("automatic"),
                row.getBoolean("confirmed_empty"),
                new Actor(row.getString("actor_key"), row.getString("actor_name")),
                Objects.requireNonNull(WebinarRows.instant(row, "asked_at")),
                WebinarRows.instant(row, "started_at"),
                state == null ? null : EventDetails.State.valueOf(state),
                WebinarRows.instant(row, "event_started_at"),
                WebinarRows.instant(row, "event_ended_at"),
                row.getInt("registrants"),
                row.getInt("live"),
                row.getInt("on_demand"),
                row.getObject("missed", Integer.class),
                row.getBoolean("complete"),
                noShows == null ? null : NoShows.valueOf(noShows),
                row.getInt("unmatched"),
                row.getInt("strangers"),
                WebinarRows.instant(row, "ended_at"),
                endState == null ? null : JobState.valueOf(endState),
                problem == null ? null : RefreshProblem.valueOf(problem),
                row.getString("words"),
                WebinarRows.instant(row, "retry_at"));
    }
}
