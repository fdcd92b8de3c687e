package rollcall.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.StatusesChanged;
import rollcall.program.Actor;
import rollcall.program.Channel;

/**
 * The rows of {@code decision}. Whichever way somebody leaves Pending Approval, the door tells it and one row is stored
 * with the change: who decides in the inbox and who decides elsewhere leave the same.
 */
@Component
class DecisionRows {

    /** A correction leads out of the program first, so what it takes back is no decision. */
    private static final String NOTE = """
        insert into decision (program_id, member_id, change_set_id, to_status, reason, source, actor_key, actor_name,
            decided_at, pending_since)
        select s.program_id, c.member_id, c.change_set_id, c.to_status, c.reason,
            case when s.cause in ('PERSON', 'APPROVAL') then 'LIST' else s.cause end, s.actor_key, s.actor_name, s.made_at,
            b.happened_at
        from status_change c
        join change_set s on s.id = c.change_set_id
        left join status_change b on b.member_id = c.member_id and b.seq = c.seq - 1
        where c.change_set_id = :changeSet and c.from_status = 'PENDING_APPROVAL' and c.to_status <> 'NOT_IN_PROGRAM'\
        """;

    private final JdbcClient jdbc;

    DecisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(StatusesChanged changed) {
        jdbc.sql(NOTE).param("changeSet", changed.changeSetId()).update();
    }

    /** Says where the decisions of a change set were made; in the transaction that made them. */
    void cameFrom(Source source, long changeSetId) {
        jdbc.sql("update decision set source = :source where change_set_id = :changeSet")
                .param("source", source.name())
                .param("changeSet", changeSetId)
                .update();
    }

    /** The newest first. */
    List<Decision> of(long memberId, Channel channel) {
        return jdbc.sql("""
            select id, to_status, reason, source, actor_key, actor_name, decided_at
            from decision where member_id = :member order by id desc\
            """)
                .param("member", memberId)
                .query((row, n) -> decision(row, channel))
                .list();
    }

    private static Decision decision(ResultSet row, Channel channel) throws SQLException {
        return new Decision(
                row.getLong("id"),
                channel.status(row.getString("to_status")),
                row.getString("reason"),
                Source.valueOf(row.getString("source")),
                new Actor(row.getString("actor_key"), row.getString("actor_name")),
                row.getTimestamp("decided_at").toInstant());
    }
}
