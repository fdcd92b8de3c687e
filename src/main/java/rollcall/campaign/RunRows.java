package rollcall.campaign;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import rollcall.campaign.CampaignReads.RunLine;
import rollcall.program.Actor;

/** The rows of {@code campaign_run}. */
@Component
class RunRows {

    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean planned(long campaignId, Instant at) {
        return jdbc.sql("""
            select exists (select 1 from campaign_run where campaign_id = :campaign and planned_at = :at)\
            """)
                .param("campaign", campaignId)
                .param("at", Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    /** How many that request brought in; nothing when it is the first time that it is asked. */
    Optional<Integer> enteredBy(long campaignId, String requestId) {
        return jdbc.sql("select entered from campaign_run where campaign_id = :campaign and request_id = :request")
                .param("campaign", campaignId)
                .param("request", requestId)
                .query(Integer.class)
                .optional();
    }

    /** Notes what asked for that run, so that asking again is harmless. */
    void askedBy(long runId, String requestId) {
        jdbc.sql("update campaign_run set request_id = :request where id = :id")
                .param("request", requestId)
                .param("id", runId)
                .update();
    }

    long insert(Campaign campaign, Instant plannedAt, Actor by, boolean missed, Instant now) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into campaign_run (campaign_id, version, planned_at, actor_key, actor_name, started_at, entered,
                missed)
            values (:campaign, :version, :plannedAt, :actorKey, :actorName, :now, 0, :missed)\
            """)
                .param("campaign", campaign.id())
                .param("version", campaign.version())
                .param("plannedAt", Timestamp.from(plannedAt))
                .param("actorKey", by.key())
                .param("actorName", by.name())
                .param("now", Timestamp.from(now))
                .param("missed", missed)
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKeyAs(Long.class));
    }

    void entered(long runId, int members) {
        jdbc.sql("update campaign_run set entered = :members where id = :id")
                .param("members", members)
                .param("id", runId)
                .update();
    }

    /** The latest first. */
    List<RunLine> of(long campaignId, int most) {
        return jdbc.sql("""
            select planned_at, started_at, actor_name, entered, missed from campaign_run
            where campaign_id = :campaign order by planned_at desc limit :most\
            """)
                .param("campaign", campaignId)
                .param("most", most)
                .query((row, n) -> new RunLine(
                        Objects.requireNonNull(CampaignRows.instant(row, "planned_at")),
                        Objects.requireNonNull(CampaignRows.instant(row, "started_at")),
                        row.getString("actor_name"),
                        row.getInt("entered"),
                        row.getBoolean("missed")))
                .list();
    }
}
