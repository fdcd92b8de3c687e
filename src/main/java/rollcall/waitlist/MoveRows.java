package rollcall.waitlist;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** The rows of {@code waitlist_move}. */
@Component
class MoveRows {

    private final JdbcClient jdbc;

    MoveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long programId, long memberId, int before, int after, String reason, Instant at, Actor by) {
        jdbc.sql("""
            insert into waitlist_move (program_id, member_id, priority_before, priority_after, reason, moved_at, actor_key,
                actor_name)
            values (:program, :member, :before, :after, :reason, :at, :key, :name)\
            """)
                .param("program", programId)
                .param("member", memberId)
                .param("before", before)
                .param("after", after)
                .param("reason", reason)
                .param("at", Timestamp.from(at))
                .param("key", by.key())
                .param("name", by.name())
                .update();
    }
}
