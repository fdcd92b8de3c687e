package rollcall.campaign;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets those who failed try their step again; what was counted for them is taken back. */
@Component
class SecondTries {

    private final EntryRows entries;
    private final TallyRows tallies;
    private final CampaignRows campaigns;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecondTries(
            EntryRows entries,
            TallyRows tallies,
            CampaignRows campaigns,
            ApplicationEventPublisher events,
            Clock clock) {
        this.entries = entries;
        this.tallies = tallies;
        this.campaigns = campaigns;
        this.events = events;
        this.clock = clock;
    }

    int of(Campaign campaign) {
        if (campaign.state() != CampaignState.ON && campaign.state() != CampaignState.PAUSED) {
            return 0;
        }
        tallies.takeBackFailed(campaign.id());
        var again = entries.tryAgain(campaign.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (again > 0) {
            campaigns.count(campaign.id(), -again, -again);
            events.publishEvent(new EntriesDue(campaign.id()));
        }
        return again;
    }
}
