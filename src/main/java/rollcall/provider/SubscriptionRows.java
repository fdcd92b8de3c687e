package rollcall.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.provider.Subscribing.Subscribed;

/** The rows of {@code subscription}. */
@Component
class SubscriptionRows {

    private static final String SELECT = """
        select s.id, c.kind, s.event_id, s.connection_id, s.topic, s.wanted, s.remote_id, s.until_at, s.made_with,
            s.due_at, s.failures, s.words
        from subscription s join provider_connection c on c.id = s.connection_id
        """;

    private static final String STILL_HELD = """
        exists (
            select 1 from webinar w join program p on p.id = w.program_id
            where w.connection_id = subscription.connection_id and w.event_id = subscription.event_id
                and p.archived_at is null and p.ends_at > :over)
        """;

    private final JdbcClient jdbc;

    SubscriptionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Wants that topic of every event that programs are held as through the connection and that was not over then. */
    void want(long connectionId, String topic, Instant over, Instant now) {
        jdbc.sql("""
            insert into subscription (connection_id, event_id, topic, wanted, due_at, failures)
            select distinct w.connection_id, w.event_id, cast(:topic as varchar(40)), true,
                cast(:now as timestamp(6) with time zone), 0
            from webinar w join program p on p.id = w.program_id
            where w.connection_id = :connection and p.archived_at is null and p.ends_at > :over and not exists (
                select 1 from subscription s
                where s.connection_id = w.connection_id and s.event_id = w.event_id and s.topic = :topic)\
            """)
                .param("topic", topic)
                .param("now", Timestamp.from(now))
                .param("connection", connectionId)
                .param("over", Timestamp.from(over))
                .update();
        jdbc.sql("update subscription set wanted = true, due_at = :now, failures = 0 where not wanted and"
                        + " connection_id = :connection and topic = :topic and " + STILL_HELD)
                .param("now", Timestamp.from(now))
                .param("connection", connectionId)
                .param("topic", topic)
                .param("over", Timestamp.from(over))
                .update();
    }

    /** Whatever is of no topic of these any more, or of an event that is over or that no program is held as, is taken back. */
    void leave(long connectionId, Set<String> topics, Instant over, Instant now) {
        jdbc.sql("update subscription set wanted = false, due_at = :now, failures = 0 where wanted and"
                        + " connection_id = :connection and (topic not in (:topics) or not " + STILL_HELD + ")")
                .param("now", Timestamp.from(now))
                .param("connection", connectionId)
                .param("topics", topics.isEmpty() ? Set.of("-") : topics)
                .param("over", Timestamp.from(over))
                .update();
    }

    /** Of connections that are in use, the longest due first. */
    List<Subscription> due(Instant now, int most) {
        return jdbc.sql(SELECT + "where c.enabled and s.due_at <= :now order by s.due_at, s.id limit :most")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, n) -> subscription(row))
                .list();
    }

    List<Subscription> of(long connectionId) {
        return jdbc.sql(SELECT + "where s.connection_id = :connection order by s.event_id, s.topic")
                .param("connection", connectionId)
                .query((row, n) -> subscription(row))
                .list();
    }

    Optional<EventRef> event(long connectionId, String remoteId) {
        return jdbc
                .sql(SELECT + "where s.connection_id = :connection and s.remote_id = :remote")
                .param("connection", connectionId)
                .param("remote", remoteId)
                .query((row, n) -> subscription(row).event())
                .stream()
                .findFirst();
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getLong("id"),
                new EventRef(row.getString("kind"), row.getString("event_id"), row.getLong("connection_id")),
                row.getString("topic"),
                row.getBoolean("wanted"),
                row.getString("remote_id"),
                WebinarRows.instant(row, "until_at"),
                row.getString("made_with"),
                Objects.requireNonNull(WebinarRows.instant(row, "due_at")),
                row.getInt("failures"),
                row.getString("words"));
    }

    /** Takes it in hand until then; false when another node was quicker. */
    boolean claim(Subscription one, Instant lease) {
        return jdbc.sql("update subscription set due_at = :lease where id = :id and due_at = :seen")
                        .param("lease", Timestamp.from(lease))
                        .param("id", one.id())
                        .param("seen", Timestamp.from(one.dueAt()))
                        .update()
                == 1;
    }

    void told(long id, Subscribed told, @Nullable String madeWith, Instant due) {
        jdbc.sql("""
            update subscription set remote_id = :remote, until_at = :until, made_with = :with, due_at = :due,
                failures = 0, words = null
            where id = :id\
            """)
                .param("remote", told.id())
                .param("until", Timestamp.from(told.until()))
                .param("with", madeWith)
                .param("due", Timestamp.from(due))
                .param("id", id)
                .update();
    }

    void failed(long id, String words, Instant due) {
        jdbc.sql("update subscription set failures = failures + 1, words = :words, due_at = :due where id = :id")
                .param("words", words)
                .param("due", Timestamp.from(due))
                .param("id", id)
                .update();
    }

    /** It is gone there: it is asked for anew. */
    void lost(long connectionId, String remoteId, Instant now) {
        jdbc.sql("""
            update subscription set remote_id = null, until_at = null, due_at = :now
            where connection_id = :connection and remote_id = :remote\
            """)
                .param("now", Timestamp.from(now))
                .param("connection", connectionId)
                .param("remote", remoteId)
                .update();
    }

    /** It tells nobody any more; whoever has it in hand asks for it anew. */
    void silent(long id) {
        jdbc.sql("update subscription set remote_id = null, until_at = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Those that were asked for with something else are due, unless they are before long or have failed. */
    void outdated(long connectionId, String madeWith, Instant soon, Instant now) {
        jdbc.sql("""
            update subscription set due_at = :now
            where connection_id = :connection and wanted and remote_id is not null and failures = 0 and due_at > :soon
                and (made_with is null or made_with <> :with)\
            """)
                .param("now", Timestamp.from(now))
                .param("connection", connectionId)
                .param("soon", Timestamp.from(soon))
                .param("with", madeWith)
                .update();
    }

    /** It is renewed at once. */
    void hurry(long connectionId, String remoteId, Instant now) {
        jdbc.sql("update subscription set due_at = :now where connection_id = :connection and remote_id = :remote")
                .param("now", Timestamp.from(now))
                .param("connection", connectionId)
                .param("remote", remoteId)
                .update();
    }

    /** What has failed before is tried at once. */
    void retry(long connectionId, Instant now) {
        jdbc.sql("update subscription set due_at = :now where connection_id = :connection and failures > 0")
                .param("now", Timestamp.from(now))
                .param("connection", connectionId)
                .update();
    }

    /** Nothing is left of it, unless it is wanted again meanwhile: then it is asked for anew. */
    void gone(long id, Instant now) {
        jdbc.sql("delete from subscription where id = :id and not wanted")
                .param("id", id)
                .update();
        jdbc.sql("update subscription set remote_id = null, until_at = null, due_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }
}
