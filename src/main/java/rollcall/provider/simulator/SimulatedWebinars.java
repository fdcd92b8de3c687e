package rollcall.provider.simulator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Program;

/** The rows of {@code simulated_webinar}, each of which is also the lock on its places. */
@Component
class SimulatedWebinars implements WebinarLock {

    private final JdbcClient jdbc;

    SimulatedWebinars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SimulatedWebinar> find(long id) {
        return where("id = :key", id);
    }

    Optional<SimulatedWebinar> ofProgram(long programId) {
        return where("program_id = :key", programId);
    }

    @Override
    public Optional<SimulatedWebinar> lock(long webinarId) {
        return where("id = :key for update", webinarId);
    }

    private Optional<SimulatedWebinar> where(String condition, long key) {
        return jdbc.sql("select * from simulated_webinar where " + condition)
                .param("key", key)
                .query((row, n) -> webinar(row))
                .optional();
    }

    void insert(Program program) {
        jdbc.sql("""
            insert into simulated_webinar (program_id, title, starts_at, ends_at, zone, latency_ms, closed, down,
                lag_minutes, registered, taken, window_calls)
            values (:program, :title, :starts, :ends, :zone, 0, false, false, 0, 0, 0, 0)\
            """)
                .param("program", program.key())
                .param("title", program.name())
                .param("starts", Timestamp.from(program.startsAt()))
                .param("ends", Timestamp.from(program.endsAt()))
                .param("zone", program.zone())
                .update();
    }

    void follow(Program program) {
        jdbc.sql("""
            update simulated_webinar set title = :title, starts_at = :starts, ends_at = :ends, zone = :zone
            where program_id = :program\
            """)
                .param("program", program.key())
                .param("title", program.name())
                .param("starts", Timestamp.from(program.startsAt()))
                .param("ends", Timestamp.from(program.endsAt()))
                .param("zone", program.zone())
                .update();
    }

    void set(long id, Settings settings) {
        jdbc.sql("""
            update simulated_webinar set latency_ms = :latency, rate_per_minute = cast(:rate as integer),
                capacity = cast(:capacity as integer), closed = :closed, down = :down, cannot_cancel = :cannotCancel,
                cannot_decide = :cannotDecide, manual_approval = :manualApproval, waitlist = :waitlist, lag_minutes = :lag
            where id = :id\
            """)
                .param("id", id)
                .param("latency", settings.latency().toMillis())
                .param("rate", settings.ratePerMinute())
                .param("capacity", settings.capacity())
                .param("closed", settings.closed())
                .param("down", settings.down())
                .param("cannotCancel", settings.cannotCancel())
                .param("cannotDecide", settings.cannotDecide())
                .param("manualApproval", settings.manualApproval())
                .param("waitlist", settings.waitlist())
                .param("lag", settings.lag().toMinutes())
                .update();
    }

    void start(long id, Instant at) {
        at("started_at", id, at);
    }

    void end(long id, Instant at) {
        at("ended_at", id, at);
    }

    private void at(String column, long id, Instant at) {
        jdbc.sql("update simulated_webinar set %s = :at where id = :id".formatted(column))
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** Counts one more call against the rate. */
    void countCall(SimulatedWebinar webinar, Instant now) {
        var window = webinar.window(now);
        jdbc.sql("update simulated_webinar set window_from = :since, window_calls = :calls where id = :id")
                .param("since", Timestamp.from(window.from()))
                .param("calls", window.calls() + 1)
                .param("id", webinar.id())
                .update();
    }

    void countRegistrant(long id, boolean holdsPlace) {
        jdbc.sql("update simulated_webinar set registered = registered + 1, taken = taken + :more where id = :id")
                .param("more", holdsPlace ? 1 : 0)
                .param("id", id)
                .update();
    }

    /** Counts places that were taken; negative for some that came free. */
    void take(long id, int more) {
        jdbc.sql("update simulated_webinar set taken = taken + :more where id = :id")
                .param("more", more)
                .param("id", id)
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from simulated_webinar where id = :id").param("id", id).update();
    }

    static SimulatedWebinar webinar(ResultSet row) throws SQLException {
        return new SimulatedWebinar(
                row.getLong("id"),
                row.getLong("program_id"),
                row.getString("title"),
                certain(row, "starts_at"),
                certain(row, "ends_at"),
                row.getString("zone"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                settings(row),
                row.getLong("registered"),
                row.getLong("taken"),
                instant(row, "window_from"),
                row.getInt("window_calls"));
    }

    private static Settings settings(ResultSet row) throws SQLException {
        return new Settings(
                Duration.ofMillis(row.getInt("latency_ms")),
                row.getObject("rate_per_minute", Integer.class),
                row.getObject("capacity", Integer.class),
                row.getBoolean("closed"),
                row.getBoolean("down"),
                row.getBoolean("cannot_cancel"),
                row.getBoolean("cannot_decide"),
                row.getBoolean("manual_approval"),
                row.getBoolean("waitlist"),
                Duration.ofMinutes(row.getInt("lag_minutes")));
    }

    static Instant certain(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
