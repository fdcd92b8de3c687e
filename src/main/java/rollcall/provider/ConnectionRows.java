package rollcall.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.provider.Connection.Health;

/** The rows of {@code provider_connection}. */
@Component
class ConnectionRows {

    private static final String SELECT = """
        select id, kind, name, declared, enabled, version, health, words, seen_at from provider_connection
        """;

    /** So that not every registration writes here. */
    private static final Duration SEEN_AGAIN = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    ConnectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Connection> all() {
        return jdbc.sql(SELECT + "order by kind, name, id")
                .query((row, n) -> connection(row))
                .list();
    }

    Optional<Connection> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, n) -> connection(row))
                .optional();
    }

    Optional<Connection> declared(String declared) {
        return jdbc.sql(SELECT + "where declared = :declared")
                .param("declared", declared)
                .query((row, n) -> connection(row))
                .optional();
    }

    /** What was typed, sealed; nothing where the configuration holds it. */
    Optional<String> credentials(long id) {
        return jdbc.sql("select credentials from provider_connection where id = :id and credentials is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    long insert(String kind, String name, @Nullable String declared, Instant now) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into provider_connection (kind, name, declared, enabled, version, health, created_at)
            values (:kind, :name, :declared, true, 1, 'UNTRIED', :now)\
            """)
                .param("kind", kind)
                .param("name", name)
                .param("declared", declared)
                .param("now", Timestamp.from(now))
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKey()).longValue();
    }

    /** Keeps what was typed; whoever uses it asks anew how it is. */
    void set(long id, String name, String credentials) {
        jdbc.sql("""
            update provider_connection set name = :name, credentials = :credentials, version = version + 1,
                health = 'UNTRIED', words = null
            where id = :id\
            """)
                .param("name", name)
                .param("credentials", credentials)
                .param("id", id)
                .update();
    }

    /** Keeps what the provider gave us to come back with, which changes nothing of who we are. */
    void keep(long id, String credentials) {
        jdbc.sql("update provider_connection set credentials = :credentials where id = :id")
                .param("credentials", credentials)
                .param("id", id)
                .update();
    }

    void enable(long id, boolean enabled) {
        jdbc.sql("update provider_connection set enabled = :enabled, version = version + 1 where id = :id")
                .param("enabled", enabled)
                .param("id", id)
                .update();
    }

    /** How it is now; that it is as before is written down once a minute. */
    void report(long id, Health health, @Nullable String words, Instant now) {
        jdbc.sql("""
            update provider_connection set health = :health, words = cast(:words as varchar(500)), seen_at = :now
            where id = :id and (health <> :health or coalesce(words, '') <> coalesce(cast(:words as varchar(500)), '')
                or seen_at is null or seen_at < :stale)\
            """)
                .param("health", health.name())
                .param("words", words)
                .param("now", Timestamp.from(now))
                .param("stale", Timestamp.from(now.minus(SEEN_AGAIN)))
                .param("id", id)
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from provider_connection where id = :id")
                .param("id", id)
                .update();
    }

    /** The programs whose webinars are reached through it. */
    List<Long> programs(long id) {
        return jdbc.sql("select program_id from webinar where connection_id = :id order by program_id")
                .param("id", id)
                .query(Long.class)
                .list();
    }

    private static Connection connection(ResultSet row) throws SQLException {
        return new Connection(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("declared"),
                row.getBoolean("enabled"),
                row.getInt("version"),
                Health.valueOf(row.getString("health")),
                row.getString("words"),
                WebinarRows.instant(row, "seen_at"));
    }
}
