package rollcall.approval;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** The rows of {@code deferral}, which are only added. */
@Component
class Deferrals {

    /** Joins {@code member m} with the deferral that still holds, if there is one; wants {@code :now}. */
    static final String HOLDING = """
         left join deferral d on d.id = (select max(x.id) from deferral x where x.member_id = m.id)
            and d.until_at > :now and d.made_at >= m.changed_at\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Deferrals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What holds for somebody who is pending. */
    Optional<Deferral> of(long memberId) {
        return jdbc.sql("select d.until_at, d.note, d.actor_name from member m" + HOLDING
                        + " where m.id = :member and d.id is not null")
                .param("member", memberId)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Deferral(
                        row.getTimestamp("until_at").toInstant(), row.getString("note"), row.getString("actor_name")))
                .optional();
    }

    void defer(Actor who, long memberId, Instant until, String note) {
        insert(who, memberId, note, now(), until);
    }

    void takeBack(Actor who, long memberId) {
        var now = now();
        insert(who, memberId, "", now, now);
    }

    private void insert(Actor who, long memberId, String note, Instant now, Instant until) {
        jdbc.sql("""
            insert into deferral (member_id, note, actor_key, actor_name, made_at, until_at)
            values (:member, :note, :key, :name, :now, :until)\
            """)
                .param("member", memberId)
                .param("note", note)
                .param("key", who.key())
                .param("name", who.name())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
