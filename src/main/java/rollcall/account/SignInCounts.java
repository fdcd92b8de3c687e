package rollcall.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of {@code sign_in_count}: one count for all nodes, which outlives a restart. */
@Component
class SignInCounts {

    /** How often a subject tried since when, and until when it must wait; null for not at all. */
    record Count(int tries, Instant since, @Nullable Instant closedUntil) {

        boolean closedAt(Instant now) {
            return closedUntil != null && closedUntil.isAfter(now);
        }
    }

    /** After a day of silence nothing is held against anybody. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SignInCounts(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Changes a count while nobody else can.
     *
     * @return the count as it was before
     */
    Count change(String subject, Instant now, UnaryOperator<Count> change) {
        insertMissing(subject, now);
        var before = transaction.execute(status -> {
            var count = lock(subject);
            var after = change.apply(count);
            if (!after.equals(count)) {
                store(subject, after);
            }
            return count;
        });
        return before;
    }

    private void insertMissing(String subject, Instant now) {
        try {
            int inserted = jdbc.sql("""
                insert into sign_in_count (subject, tries, since)
                select :subject, 0, :now
                where not exists (select 1 from sign_in_count where subject = :subject)\
                """)
                    .param("subject", subject)
                    .param("now", Timestamp.from(now))
                    .update();
            if (inserted == 1) {
                removeOlderThan(now.minus(KEPT));
            }
        } catch (DuplicateKeyException alreadyThere) {
            // Somebody else was quicker, which is as good.
        }
    }

    private void removeOlderThan(Instant instant) {
        jdbc.sql("delete from sign_in_count where since < :instant")
                .param("instant", Timestamp.from(instant))
                .update();
    }

    private Count lock(String subject) {
        return jdbc.sql("select tries, since, closed_until from sign_in_count where subject = :subject for update")
                .param("subject", subject)
                .query((row, n) -> count(row))
                .single();
    }

    private void store(String subject, Count count) {
        var closedUntil = count.closedUntil();
        jdbc.sql("""
            update sign_in_count set tries = :tries, since = :since, closed_until = :until
            where subject = :subject\
            """)
                .param("tries", count.tries())
                .param("since", Timestamp.from(count.since()))
                .param("until", closedUntil == null ? null : Timestamp.from(closedUntil))
                .param("subject", subject)
                .update();
    }

    private static Count count(ResultSet row) throws SQLException {
        var until = row.getObject("closed_until", OffsetDateTime.class);
        return new Count(
                row.getInt("tries"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant());
    }
}
