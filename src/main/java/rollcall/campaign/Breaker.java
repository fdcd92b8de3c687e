package rollcall.campaign;

import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.program.Actor;

/** Pauses a campaign that fails for too many, so that nobody finds out only when all have failed. */
@Component
class Breaker {

    private final CampaignRows campaigns;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;

    Breaker(CampaignRows campaigns, Attempts attempts, ApplicationEventPublisher events) {
        this.campaigns = campaigns;
        this.attempts = attempts;
        this.events = events;
    }

    void look(long campaignId) {
        attempts.inTransaction(() -> {
            if (campaigns.pauseIfItFails(campaignId)) {
                events.publishEvent(new AuditApplicationEvent(
                        Actor.SYSTEM.key(),
                        "CAMPAIGN_PAUSED",
                        Map.of(
                                "campaign",
                                campaigns.find(campaignId).map(Campaign::name).orElse(""),
                                "failing",
                                true)));
            }
            return null;
        });
    }
}
