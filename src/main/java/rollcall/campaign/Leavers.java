package rollcall.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes whoever left the program out of its campaigns, also when they have come back meanwhile. */
@Component
class Leavers {

    private final JdbcClient jdbc;
    private final CampaignRows campaigns;
    private final EntryRows entries;
    private final Clock clock;

    Leavers(JdbcClient jdbc, CampaignRows campaigns, EntryRows entries, Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.entries = entries;
        this.clock = clock;
    }

    /** How many were taken out of each campaign, in the order of the campaigns; nobody for what is no change of statuses. */
    Map<Long, Integer> takeOut(FeedItem item) {
        var counts = new TreeMap<Long, Integer>();
        var gone = item.changeSetId() == null ? List.<Long>of() : gone(item.changeSetId());
        if (gone.isEmpty()) {
            return counts;
        }
        var forLeavers = campaigns.of(item.programId()).stream()
                .filter(one -> AudienceSql.forLeavers(one.definition()))
                .map(Campaign::id)
                .toList();
        var ids = new ArrayList<Long>();
        jdbc.sql("""
            select id, campaign_id from campaign_entry
            where member_id in (:members) and state = 'GOING' and entered_at <= :at order by id for update\
            """)
                .param("members", gone)
                .param("at", Timestamp.from(item.happenedAt()))
                .query(row -> {
                    if (!forLeavers.contains(row.getLong("campaign_id"))) {
                        ids.add(row.getLong("id"));
                        counts.merge(row.getLong("campaign_id"), 1, Integer::sum);
                    }
                });
        entries.end(ids, EntryState.LEFT, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return counts;
    }

    private List<Long> gone(long changeSetId) {
        return jdbc.sql("""
            select member_id from status_change
            where change_set_id = :changeSet and to_status = 'NOT_IN_PROGRAM' and corrected_by is null\
            """).param("changeSet", changeSetId).query(Long.class).list();
    }
}
