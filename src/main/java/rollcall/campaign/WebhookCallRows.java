package rollcall.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.job.FirstFree;
import rollcall.member.ReasonWords;

/** The rows of {@code webhook_call}: what waits to be called, who is at it, and what came of it. */
@Component
class WebhookCallRows {

    /** How long a node may be silent before another one calls again. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final String DUE = "due_at <= :now and (lease_until is null or lease_until < :now)";

    private final JdbcClient jdbc;
    private final ReasonWords reasons;
    private final ApplicationEventPublisher events;

    WebhookCallRows(JdbcClient jdbc, ReasonWords reasons, ApplicationEventPublisher events) {
        this.reasons = reasons;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** One for each of the chunk. */
    void insert(long webhookId, Chunk chunk) {
        jdbc.sql("""
            insert into webhook_call (webhook_id, campaign_id, entry_id, entry_step, member_id, state, due_at, tries,
                created_at)
            select cast(:webhook as bigint), campaign_id, id, step, member_id, 'WAITING',
                cast(:now as timestamp(6) with time zone), 0, cast(:now as timestamp(6) with time zone)
            from campaign_entry where id in (:ids) order by id\
            """)
                .param("webhook", webhookId)
                .param("now", Timestamp.from(chunk.now()))
                .param("ids", chunk.ids())
                .update();
        events.publishEvent(new CallsQueued(webhookId));
    }

    /** Takes the next one in hand, when one is due and nobody else is at it. */
    Optional<WebhookCall> claim(long webhookId, String owner, Instant now) {
        var inTurn = jdbc.sql("select id from webhook_call where webhook_id = :webhook and " + DUE + """
             order by webhook_id, due_at, id limit :most\
            """)
                .param("webhook", webhookId)
                .param("now", Timestamp.from(now))
                .param("most", FirstFree.LOOK)
                .query(Long.class)
                .list();
        return FirstFree.of(inTurn, 1, ids -> lock(ids, now)).stream()
                .findFirst()
                .map(id -> take(id, owner, now));
    }

    private List<Long> lock(List<Long> ids, Instant now) {
        return jdbc.sql("select id from webhook_call where id in (:ids) and " + DUE + " for update skip locked")
                .param("ids", ids)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .list();
    }

    private WebhookCall take(long id, String owner, Instant now) {
        jdbc.sql("""
            update webhook_call set state = 'CALLING', owner = :owner, lease_until = :until, tries = tries + 1,
                first_tried_at = coalesce(first_tried_at, :now)
            where id = :id\
            """)
                .param("owner", owner)
                .param("until", Timestamp.from(now.plus(LEASE)))
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
        return jdbc.sql("""
            select w.id, w.webhook_id, c.name as campaign, w.tries, w.first_tried_at, w.created_at, m.program_id,
                g.name as program, w.member_id, p.email, p.first_name, p.last_name, m.status, m.status_reason
            from webhook_call w
            join campaign c on c.id = w.campaign_id
            join member m on m.id = w.member_id
            join program g on g.id = m.program_id
            join person p on p.id = m.person_id
            where w.id = :id\
            """).param("id", id).query((row, n) -> call(row)).single();
    }

    /** Whoever is called reads English. */
    private WebhookCall call(ResultSet row) throws SQLException {
        return new WebhookCall(
                row.getLong("id"),
                row.getLong("webhook_id"),
                row.getString("campaign"),
                row.getInt("tries"),
                Objects.requireNonNull(CampaignRows.instant(row, "first_tried_at")),
                Objects.requireNonNull(CampaignRows.instant(row, "created_at")),
                new WebhookCall.About(
                        row.getLong("program_id"),
                        row.getString("program"),
                        row.getLong("member_id"),
                        row.getString("email"),
                        row.getString("first_name"),
                        row.getString("last_name"),
                        row.getString("status"),
                        reasons.of(row.getString("status_reason"), Locale.ENGLISH)));
    }

    /** Ends a call, when {@code owner} still has it in hand. */
    void settle(
            WebhookCall call,
            String owner,
            WebhookCall.State state,
            @Nullable Integer answer,
            @Nullable String failure,
            Instant now) {
        jdbc.sql("""
            update webhook_call set state = :state, due_at = null, owner = null, lease_until = null, answer = :answer,
                failure = :failure, settled_at = :now
            where id = :id and owner = :owner\
            """)
                .param("state", state.name())
                .param("answer", answer)
                .param("failure", failure)
                .param("now", Timestamp.from(now))
                .param("id", call.id())
                .param("owner", owner)
                .update();
    }

    /** Lays a call down until {@code at}, when {@code owner} still has it in hand. */
    void layDown(WebhookCall call, String owner, Instant at, @Nullable Integer answer, @Nullable String failure) {
        jdbc.sql("""
            update webhook_call set state = 'WAITING', due_at = :at, owner = null, lease_until = null, answer = :answer,
                failure = :failure
            where id = :id and owner = :owner\
            """)
                .param("at", Timestamp.from(at))
                .param("answer", answer)
                .param("failure", failure)
                .param("id", call.id())
                .param("owner", owner)
                .update();
    }

    /** Calls that were not made yet, and that nobody is making at this moment, are not made any more. */
    void cancelOf(long campaignId, Instant now) {
        jdbc.sql("""
            update webhook_call set state = 'CANCELLED', due_at = null, settled_at = :now
            where campaign_id = :campaign and state = 'WAITING'\
            """)
                .param("now", Timestamp.from(now))
                .param("campaign", campaignId)
                .update();
    }

    /** The webhooks for which something is due that nobody has in hand. */
    List<Long> webhooksDue(Instant now) {
        return jdbc.sql("""
            select distinct webhook_id from webhook_call
            where due_at <= :now and (lease_until is null or lease_until < :now)\
            """).param("now", Timestamp.from(now)).query(Long.class).list();
    }
}
