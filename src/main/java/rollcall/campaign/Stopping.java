package rollcall.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.mail.Letters;

/** Takes out whoever is inside a campaign that was stopped, some at a time, and takes back what was not sent yet. */
@Component
class Stopping {

    private static final int AT_ONCE = 1_000;

    private final EntryRows entries;
    private final CampaignRows campaigns;
    private final Letters letters;
    private final WebhookCallRows calls;
    private final Attempts attempts;
    private final Clock clock;

    Stopping(
            EntryRows entries,
            CampaignRows campaigns,
            Letters letters,
            WebhookCallRows calls,
            Attempts attempts,
            Clock clock) {
        this.entries = entries;
        this.campaigns = campaigns;
        this.letters = letters;
        this.calls = calls;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** @return whether somebody may still be inside */
    boolean takeOut(long campaignId) {
        return attempts.inTransaction(() -> {
            var inside = entries.inside(campaignId, AT_ONCE);
            entries.end(inside, EntryState.STOPPED, now());
            letters.cancelOf(campaignId);
            calls.cancelOf(campaignId, now());
            campaigns.count(campaignId, inside.size(), 0);
            return !inside.isEmpty();
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
