package rollcall.bench;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.member.StatusChanges;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/**
 * A status change in plain SQL: the rows that the one door writes, and nothing that it asks first. The caller holds a
 * transaction.
 *
 * @param cause as it stands in the change sets
 * @param step of the status that is given
 */
public record PlainChange(JdbcClient jdbc, Program program, String cause, StatusCode to, int step) {

    public static PlainChange of(Ground ground, Program program, String cause, StatusCode to) {
        var step = ground.jdbc()
                .sql("select step from status where channel_id = :channel and status_key = :key")
                .param("channel", program.channelId())
                .param("key", to.name())
                .query(Integer.class)
                .single();
        return new PlainChange(ground.jdbc(), program, cause, to, step);
    }

    /** These members, locked in the order of their ids, under one change set. */
    public void make(List<Long> ids) {
        jdbc.sql("select id from member where id in (:ids) order by id for update")
                .param("ids", ids)
                .query(Long.class)
                .list();
        var changeSet = changeSet();
        move(changeSet, ids);
        jdbc.sql("""
            insert into status_change (member_id, change_set_id, seq, from_status, from_step, to_status, to_step, reason,
                happened_at)
            select id, change_set_id, seq, previous_status, previous_step, status, status_step, status_reason, changed_at
            from member where id in (:ids)\
            """).param("ids", ids).update();
        count(changeSet);
    }

    /** These members, so many in a transaction as the door takes at once. */
    public void makeAll(Ground ground, List<Long> ids) {
        for (int at = 0; at < ids.size(); at += StatusChanges.MOST) {
            var some = ids.subList(at, Math.min(ids.size(), at + StatusChanges.MOST));
            ground.inTransaction(() -> {
                make(some);
                return some;
            });
        }
    }

    private long changeSet() {
        jdbc.sql("""
            insert into change_set (program_id, cause, actor_key, actor_name, made_at, correction)
            values (:program, :cause, 'bench', 'Bench', current_timestamp, false)\
            """).param("program", program.key()).param("cause", cause).update();
        return jdbc.sql("select max(id) from change_set where program_id = :program")
                .param("program", program.key())
                .query(Long.class)
                .single();
    }

    private void move(long changeSet, List<Long> ids) {
        jdbc.sql("""
            update member set previous_status = status, previous_step = status_step, status = :to, status_step = :step,
                status_reason = 'bench', seq = seq + 1, change_set_id = :set, changed_at = current_timestamp
            where id in (:ids) and status_step <= :step\
            """)
                .params(Map.of("to", to.name(), "step", step, "set", changeSet, "ids", ids))
                .update();
    }

    private void count(long changeSet) {
        jdbc.sql("""
            insert into status_count (program_id, status, n)
            select cast(:program as bigint), to_status, cast(count(*) as integer) from status_change
            where change_set_id = :set group by to_status
            union all
            select cast(:program as bigint), from_status, cast(-count(*) as integer) from status_change
            where change_set_id = :set group by from_status\
            """).param("program", program.key()).param("set", changeSet).update();
    }
}
