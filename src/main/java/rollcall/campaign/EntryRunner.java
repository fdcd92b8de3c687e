package rollcall.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import rollcall.job.Attempts;
import rollcall.program.Programs;
import rollcall.web.DatabaseAway;

/**
 * Moves on whoever is inside a campaign. A chunk of those who are due is held, does its step with all that it writes, and
 * moves on, in one transaction: so each step is done once, wherever a node dies and however many there are.
 */
@Component
class EntryRunner {

    private static final Logger LOG = LoggerFactory.getLogger(EntryRunner.class);

    private static final int AT_ONCE = 1_000;

    /** How many chunks are done before other campaigns get their turn. */
    private static final int SLICE = 20;

    private final CampaignRows campaigns;
    private final EntryRows entries;
    private final Definitions definitions;
    private final Steps steps;
    private final Stopping stopping;
    private final Breaker breaker;
    private final Programs programs;
    private final Attempts attempts;
    private final Clock clock;

    EntryRunner(
            CampaignRows campaigns,
            EntryRows entries,
            Definitions definitions,
            Steps steps,
            Stopping stopping,
            Breaker breaker,
            Programs programs,
            Attempts attempts,
            Clock clock) {
        this.campaigns = campaigns;
        this.entries = entries;
        this.definitions = definitions;
        this.steps = steps;
        this.stopping = stopping;
        this.breaker = breaker;
        this.programs = programs;
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Does what is due in that campaign, in the calling thread and outside of any transaction.
     *
     * @return whether more may be due
     */
    boolean run(long campaignId) {
        for (int chunks = 0; chunks < SLICE; chunks++) {
            if (Thread.currentThread().isInterrupted() || !runOne(campaignId)) {
                return false;
            }
        }
        return true;
    }

    private boolean runOne(long campaignId) {
        var state = campaigns.find(campaignId).map(Campaign::state).orElse(CampaignState.OFF);
        return switch (state) {
            case ON -> runChunk(campaignId);
            case STOPPED -> stopping.takeOut(campaignId);
            case OFF, PAUSED -> false;
        };
    }

    private boolean runChunk(long campaignId) {
        var held = new ArrayList<Long>();
        try {
            return step(campaignId, held, () -> entries.claim(campaignId, now(), AT_ONCE));
        } catch (RuntimeException broken) {
            return !outage(campaignId, broken) && !held.isEmpty() && halve(campaignId, List.copyOf(held), broken);
        }
    }

    /** One step for those of the claimed who stand before the same one. */
    private boolean step(long campaignId, List<Long> held, Supplier<List<Entry>> claim) {
        var stepped = attempts.inTransaction(() -> {
            held.clear();
            var campaign = campaigns.find(campaignId).orElseThrow();
            var claimed = campaign.state() == CampaignState.ON ? claim.get() : List.<Entry>of();
            if (claimed.isEmpty()) {
                return false;
            }
            var chunk = chunk(campaign, claimed);
            held.addAll(chunk.ids());
            steps.run(chunk);
            return true;
        });
        if (stepped) {
            breaker.look(campaignId);
        }
        return stepped;
    }

    private Chunk chunk(Campaign campaign, List<Entry> claimed) {
        var first = claimed.getFirst();
        var alike = claimed.stream()
                .filter(one -> one.version() == first.version() && one.step() == first.step())
                .toList();
        var definition = definitions.of(campaign.id(), first.version());
        return new Chunk(campaign, definition, programs.get(campaign.programId()), alike, now());
    }

    /** Tries again with half of them each, down to whom it breaks at: only they fail. */
    private boolean halve(long campaignId, List<Long> ids, RuntimeException broken) {
        if (ids.size() == 1) {
            fail(campaignId, ids, broken);
            return true;
        }
        var middle = ids.size() / 2;
        return half(campaignId, ids.subList(0, middle)) && half(campaignId, ids.subList(middle, ids.size()));
    }

    private boolean half(long campaignId, List<Long> ids) {
        try {
            step(campaignId, new ArrayList<>(), () -> entries.claim(now(), ids));
            return true;
        } catch (RuntimeException broken) {
            return !outage(campaignId, broken) && halve(campaignId, ids, broken);
        }
    }

    private void fail(long campaignId, Collection<Long> ids, RuntimeException broken) {
        LOG.warn(
                "A step of campaign {} failed for entry {}: {}",
                campaignId,
                ids,
                broken.toString().split(":")[0]);
        attempts.inTransaction(() -> {
            var campaign = campaigns.find(campaignId).orElseThrow();
            var claimed = campaign.state() == CampaignState.ON ? entries.claim(now(), ids) : List.<Entry>of();
            if (!claimed.isEmpty()) {
                steps.fail(chunk(campaign, claimed), problem(broken));
                campaigns.count(campaignId, claimed.size(), claimed.size());
            }
            return claimed.size();
        });
        breaker.look(campaignId);
    }

    private static String problem(RuntimeException broken) {
        return broken instanceof StepFailed said
                ? Objects.requireNonNull(said.getMessage())
                : "campaign.failed.unexpected";
    }

    /** Nobody fails because the database is away or somebody else was faster: that is tried again later. */
    private static boolean outage(long campaignId, RuntimeException broken) {
        var away = DatabaseAway.causes(broken)
                || broken instanceof TransientDataAccessException
                || broken instanceof RecoverableDataAccessException
                || broken instanceof TransactionException;
        if (away) {
            LOG.warn(
                    "Campaign {} goes on later: {}",
                    campaignId,
                    broken.getClass().getSimpleName());
        }
        return away;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
