package rollcall.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row of {@code mail_desk}. It is locked only where a rate is set, so that senders do not wait for each other. */
@Component
class DeskRow {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    DeskRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Desk get() {
        return jdbc.sql("""
            select paused_at, paused_by, per_minute, held_until, held_for, held_times from mail_desk where id = 1\
            """).query((row, n) -> desk(row)).single();
    }

    private static Desk desk(ResultSet row) throws SQLException {
        var held = row.getString("held_for");
        return new Desk(
                instant(row, "paused_at"),
                row.getString("paused_by"),
                (Integer) row.getObject("per_minute"),
                instant(row, "held_until"),
                held == null ? null : trouble(held),
                row.getInt("held_times"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** The key in the first line, then what stands in it. */
    private static Trouble trouble(String stored) {
        var end = stored.indexOf('\n');
        return end < 0 ? new Trouble(stored, "") : new Trouble(stored.substring(0, end), stored.substring(end + 1));
    }

    /** @return whether that changed anything */
    boolean pause(@Nullable Instant at, @Nullable String by) {
        return jdbc.sql("""
            update mail_desk set paused_at = :at, paused_by = :by
            where id = 1 and (paused_at is null) <> (cast(:at as timestamp(6) with time zone) is null)\
            """)
                        .param("at", at == null ? null : Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    void limit(@Nullable Integer perMinute) {
        jdbc.sql("update mail_desk set per_minute = :limit, minute_began_at = null, minute_sent = 0 where id = 1")
                .param("limit", perMinute)
                .update();
    }

    /** Only the first of several senders that meet the same closed door counts. */
    void hold(Instant until, Trouble why, int timesBefore) {
        jdbc.sql("""
            update mail_desk set held_until = :until, held_for = :why, held_times = held_times + 1
            where id = 1 and held_times = :before\
            """)
                .param("until", Timestamp.from(until))
                .param("why", Cut.to(why.message() + "\n" + why.words(), Trouble.LONGEST))
                .param("before", timesBefore)
                .update();
    }

    /** The mail server has taken something. */
    void release() {
        jdbc.sql("update mail_desk set held_until = null, held_for = null, held_times = 0 where id = 1 and"
                        + " held_times > 0")
                .update();
    }

    /** The next senders try at once, as an administrator asks. */
    void tryNow(Instant now) {
        jdbc.sql("update mail_desk set held_until = :now where id = 1 and held_until > :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    private record Minute(@Nullable Integer limit, @Nullable Instant began, int sent) {

        boolean over(Instant now) {
            return began == null || !now.isBefore(began.plus(MINUTE)) || now.isBefore(began);
        }
    }

    /** How many of {@code most} may go out in this minute; they count as sent. Part of the caller's transaction. */
    int reserve(int most, Instant now) {
        var minute = jdbc.sql("select per_minute, minute_began_at, minute_sent from mail_desk where id = 1 for update")
                .query((row, n) -> new Minute(
                        (Integer) row.getObject("per_minute"),
                        instant(row, "minute_began_at"),
                        row.getInt("minute_sent")))
                .single();
        if (minute.limit() == null) {
            return most;
        }
        var sofar = minute.over(now) ? 0 : minute.sent();
        var granted = Math.clamp(minute.limit() - sofar, 0, most);
        count(minute.over(now) ? now : minute.began(), sofar + granted);
        return granted;
    }

    private void count(@Nullable Instant began, int sent) {
        jdbc.sql("update mail_desk set minute_began_at = :began, minute_sent = :sent where id = 1")
                .param("began", began == null ? null : Timestamp.from(began))
                .param("sent", sent)
                .update();
    }

    /** Gives back what was reserved and not used. */
    void giveBack(int reserved) {
        jdbc.sql("update mail_desk set minute_sent = minute_sent - :n where id = 1 and minute_sent >= :n")
                .param("n", reserved)
                .update();
    }
}
