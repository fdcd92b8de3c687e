package rollcall.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Program;

/** Moves along what depends on when the event is: waits, and when campaigns run next. */
@Component
class NewTimes {

    private final JdbcClient jdbc;
    private final CampaignRows campaigns;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NewTimes(JdbcClient jdbc, CampaignRows campaigns, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.events = events;
        this.clock = clock;
    }

    /** A wait whose time is past by now is over. Entries come before campaigns, as everywhere. */
    void apply(Program program, FeedItem item) {
        var awake = campaigns.of(item.programId()).stream()
                .filter(one -> one.state() == CampaignState.ON || one.state() == CampaignState.PAUSED)
                .toList();
        awake.forEach(one -> moveWaits(one.id(), program));
        for (var campaign : awake) {
            if (campaign.state() == CampaignState.ON) {
                campaigns.runNext(campaign.id(), next(campaign, program));
                events.publishEvent(new EntriesDue(campaign.id()));
            }
        }
    }

    private void moveWaits(long campaignId, Program program) {
        for (var around : waits(campaignId)) {
            jdbc.sql("""
                update campaign_entry set due_at = :due
                where campaign_id = :campaign and state = 'GOING' and around = :around\
                """)
                    .param("due", Timestamp.from(Waits.read(around).of(program)))
                    .param("campaign", campaignId)
                    .param("around", around)
                    .update();
        }
    }

    private List<String> waits(long campaignId) {
        return jdbc.sql("""
            select distinct around from campaign_entry
            where campaign_id = :campaign and state = 'GOING' and around is not null\
            """).param("campaign", campaignId).query(String.class).list();
    }

    /** A time that was missed already is not taken away: whoever runs campaigns says what becomes of it. */
    private @Nullable Instant next(Campaign campaign, Program program) {
        var planned = campaign.nextRunAt();
        var now = clock.instant();
        return planned != null && !planned.isAfter(now) && Timetable.has(campaign.definition(), program, planned)
                ? planned
                : Timetable.next(campaign.definition(), program, now).orElse(null);
    }
}
