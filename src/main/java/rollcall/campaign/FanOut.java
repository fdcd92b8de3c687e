package rollcall.campaign;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.program.Program;
import rollcall.program.Programs;

/**
 * Tells the campaigns of a program what happened, in the order in which it did. One row of the feed is heard of in one
 * transaction that also takes it away: so whoever it brings in comes in exactly once.
 */
@Component
class FanOut {

    /** How many rows are heard of before other programs get their turn. */
    private static final int SLICE = 200;

    private final FeedRows feed;
    private final CampaignRows campaigns;
    private final Gate gate;
    private final Intake intake;
    private final Leavers leavers;
    private final NewTimes newTimes;
    private final Programs programs;
    private final Attempts attempts;

    FanOut(
            FeedRows feed,
            CampaignRows campaigns,
            Gate gate,
            Intake intake,
            Leavers leavers,
            NewTimes newTimes,
            Programs programs,
            Attempts attempts) {
        this.feed = feed;
        this.campaigns = campaigns;
        this.gate = gate;
        this.intake = intake;
        this.leavers = leavers;
        this.newTimes = newTimes;
        this.programs = programs;
        this.attempts = attempts;
    }

    /**
     * Hears of what there is for that program, in the calling thread and outside of any transaction.
     *
     * @return whether there may be more
     */
    boolean run(long programId) {
        for (int heard = 0; heard < SLICE; heard++) {
            if (Thread.currentThread().isInterrupted() || !attempts.inTransaction(() -> next(programId))) {
                return false;
            }
        }
        return true;
    }

    private boolean next(long programId) {
        var item = feed.take(programId);
        item.ifPresent(one -> {
            hear(one, programs.get(programId));
            feed.delete(one);
        });
        return item.isPresent();
    }

    /** Who left is out before anybody comes in; counts are written last, see {@link CampaignRows#count}. */
    private void hear(FeedItem item, Program program) {
        var gone = leavers.takeOut(item);
        if (item.kind() == FeedKind.TIMES_CHANGED) {
            newTimes.apply(program, item);
        } else {
            letIn(item, program);
        }
        gone.forEach((campaign, members) -> campaigns.count(campaign, members, 0));
    }

    private void letIn(FeedItem item, Program program) {
        var hearing = hearing(item);
        gate.lock(hearing);
        for (var campaign : campaigns.byIds(hearing)) {
            if (takes(campaign, item.happenedAt())) {
                intake.byFeed(campaign, program, item);
            }
        }
    }

    private List<Long> hearing(FeedItem item) {
        return campaigns.on(item.programId()).stream()
                .filter(one -> item.campaignId() == null || item.campaignId() == one.id())
                .filter(one -> intake.hears(one, item))
                .map(Campaign::id)
                .toList();
    }

    /** What happened before a campaign was switched on brings nobody in. */
    private static boolean takes(Campaign campaign, Instant happenedAt) {
        var since = campaign.onSince();
        return campaign.state() == CampaignState.ON && since != null && !since.isAfter(happenedAt);
    }
}
