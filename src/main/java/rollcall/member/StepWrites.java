package rollcall.member;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Status;

/**
 * Brings what members keep of a status up to date once its channel says otherwise. Nobody gets another status by this,
 * and the history stays as it was written. Portion by portion, so that no statement comes near the time that one may take.
 */
@Component
class StepWrites {

    private static final int PORTION = 10_000;

    private static final String IN_CHANNEL = "program_id in (select id from program where channel_id = :channel)";

    private final JdbcClient jdbc;
    private final int portion;

    @Autowired
    StepWrites(JdbcClient jdbc) {
        this(jdbc, PORTION);
    }

    /** @param portion how many ids one statement spans */
    StepWrites(JdbcClient jdbc, int portion) {
        this.jdbc = jdbc;
        this.portion = portion;
    }

    /** Everybody with that status stands on its step now. */
    void step(long channelId, Status status) {
        inPortions(
                channelId,
                status,
                jdbc.sql("update member set status_step = :step where status = :status and id between :from and"
                                + " :to and "
                                + IN_CHANNEL)
                        .param("step", status.step()));
    }

    /** Who has that status, or once had it, and reached no success yet, did so when they got it first. */
    void success(long channelId, Status status) {
        inPortions(channelId, status, jdbc.sql("""
            update member set success_at = (
                select min(c.happened_at) from status_change c
                where c.member_id = member.id and c.to_status = :status and c.corrected_by is null)
            where success_at is null and exists (
                select 1 from status_change c
                where c.member_id = member.id and c.to_status = :status and c.corrected_by is null)
                and id between :from and :to and %s
            """.formatted(IN_CHANNEL)));
    }

    private void inPortions(long channelId, Status status, JdbcClient.StatementSpec update) {
        var ids = idsIn(channelId);
        update.param("channel", channelId).param("status", status.key());
        for (var from = ids.first(); from <= ids.last(); from += portion) {
            update.param("from", from).param("to", from + portion - 1).update();
        }
    }

    private record Ids(long first, long last) {}

    /** Both are 0 where nobody is. */
    private Ids idsIn(long channelId) {
        return jdbc.sql("select min(id) as first_id, max(id) as last_id from member where " + IN_CHANNEL)
                .param("channel", channelId)
                .query((row, n) -> new Ids(row.getLong("first_id"), row.getLong("last_id")))
                .single();
    }
}
