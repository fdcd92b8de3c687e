package rollcall.member;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Status;

/**
 * Brings what members keep of a status up to date once its channel says otherwise. Nobody gets another status by this,
 * and the history stays as it was written.
 */
@Component
class StepWrites {

    private static final String IN_CHANNEL = "program_id in (select id from program where channel_id = :channel)";

    private final JdbcClient jdbc;

    StepWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody with that status stands on its step now. */
    void step(long channelId, Status status) {
        jdbc.sql("update member set status_step = :step where status = :status and " + IN_CHANNEL)
                .param("step", status.step())
                .param("status", status.key())
                .param("channel", channelId)
                .update();
    }

    /** Who has that status, or once had it, and reached no success yet, did so when they got it first. */
    void success(long channelId, Status status) {
        jdbc.sql("""
            update member set success_at = (
                select min(c.happened_at) from status_change c
                where c.member_id = member.id and c.to_status = :status and c.corrected_by is null)
            where success_at is null and exists (
                select 1 from status_change c
                where c.member_id = member.id and c.to_status = :status and c.corrected_by is null)
                and %s
            """.formatted(IN_CHANNEL))
                .param("status", status.key())
                .param("channel", channelId)
                .update();
    }
}
