package rollcall.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code webinar}. */
@Component
class WebinarRows {

    private static final String COLUMNS = """
        program_id, provider, event_id, connection_id, leaves_when_cancelled, refreshes_itself, held_until, held_for,
        begun_at, next_refresh_at\
        """;

    private final JdbcClient jdbc;

    WebinarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Webinar> find(long programId) {
        return jdbc.sql("select " + COLUMNS + " from webinar where program_id = :program")
                .param("program", programId)
                .query((row, n) -> webinar(row))
                .optional();
    }

    void insert(long programId, EventRef event, Instant now) {
        jdbc.sql("""
            insert into webinar (program_id, provider, event_id, connection_id, leaves_when_cancelled, refreshes_itself,
                chosen_at)
            values (:program, :provider, :event, :connection, true, true, :now)\
            """)
                .param("program", programId)
                .param("provider", event.kind())
                .param("event", event.externalId())
                .param("connection", event.connectionId())
                .param("now", Timestamp.from(now))
                .update();
    }

    void set(long programId, boolean leavesWhenCancelled, boolean refreshesItself) {
        jdbc.sql("""
            update webinar set leaves_when_cancelled = :leaves, refreshes_itself = :refreshes
            where program_id = :program\
            """)
                .param("leaves", leavesWhenCancelled)
                .param("refreshes", refreshesItself)
                .param("program", programId)
                .update();
    }

    /** Sends nothing to that event before then, when it is still the program's; null for no pause any more. */
    void hold(long programId, EventRef event, @Nullable Instant until, @Nullable String why) {
        jdbc.sql("""
            update webinar set held_until = :until, held_for = :why
            where program_id = :program and provider = :provider and event_id = :event\
            """)
                .param("until", until == null ? null : Timestamp.from(until))
                .param("why", why)
                .param("program", programId)
                .param("provider", event.kind())
                .param("event", event.externalId())
                .update();
    }

    /** Sends nothing through that connection before then; null for no pause any more. */
    void holdAll(long connectionId, @Nullable Instant until, @Nullable String why) {
        jdbc.sql("update webinar set held_until = :until, held_for = :why where connection_id = :connection")
                .param("until", until == null ? null : Timestamp.from(until))
                .param("why", why)
                .param("connection", connectionId)
                .update();
    }

    void refreshNext(long programId, @Nullable Instant at) {
        jdbc.sql("update webinar set next_refresh_at = :at where program_id = :program")
                .param("at", at == null ? null : Timestamp.from(at))
                .param("program", programId)
                .update();
    }

    void delete(long programId) {
        jdbc.sql("delete from webinar where program_id = :program")
                .param("program", programId)
                .update();
    }

    private static Webinar webinar(ResultSet row) throws SQLException {
        return new Webinar(
                row.getLong("program_id"),
                event(row),
                row.getBoolean("leaves_when_cancelled"),
                row.getBoolean("refreshes_itself"),
                instant(row, "held_until"),
                row.getString("held_for"),
                instant(row, "begun_at"),
                instant(row, "next_refresh_at"));
    }

    static EventRef event(ResultSet row) throws SQLException {
        return new EventRef(
                row.getString("provider"), row.getString("event_id"), row.getObject("connection_id", Long.class));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
