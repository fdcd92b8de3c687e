package rollcall.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The door to when letters went out. */
@Component
public class SentLetters {

    private final JdbcClient jdbc;

    SentLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Letters of one template that went out for one campaign within one hour.
     *
     * @param at when the first of them did
     */
    public record Sent(long campaignId, long templateId, Instant at, long letters) {}

    /** What campaigns of that program sent from then on and before then, or put into the mailbox, by the hour. */
    public List<Sent> of(long programId, Instant from, Instant before) {
        return jdbc.sql("""
            select campaign_id, template_id, min(settled_at) as at, count(*) as n from letter
            where program_id = :program and settled_at >= :from and settled_at < :before
                and state in ('SENT', 'IN_MAILBOX') and campaign_id is not null and template_id is not null
            group by campaign_id, template_id, date_trunc('hour', settled_at)
            order by min(settled_at), campaign_id, template_id\
            """)
                .param("program", programId)
                .param("from", Timestamp.from(from))
                .param("before", Timestamp.from(before))
                .query((row, n) -> new Sent(
                        row.getLong("campaign_id"),
                        row.getLong("template_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getLong("n")))
                .list();
    }
}
