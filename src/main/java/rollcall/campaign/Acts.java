package rollcall.campaign;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import rollcall.mail.LetterOrder;
import rollcall.mail.Letters;
import rollcall.member.Cause;
import rollcall.member.ChangeSet;
import rollcall.member.Newcomer;
import rollcall.member.Outcome;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.program.Move;

/** Does what an action says with a whole chunk, in the caller's transaction, and counts what came of it. */
@Component
class Acts {

    private final StatusChanges changes;
    private final Letters letters;
    private final Notices notices;
    private final WebhookCallRows calls;
    private final CampaignRows campaigns;
    private final Feed feed;
    private final Depth depth;
    private final TallyRows tallies;

    Acts(
            StatusChanges changes,
            Letters letters,
            Notices notices,
            WebhookCallRows calls,
            CampaignRows campaigns,
            Feed feed,
            Depth depth,
            TallyRows tallies) {
        this.changes = changes;
        this.letters = letters;
        this.notices = notices;
        this.calls = calls;
        this.campaigns = campaigns;
        this.feed = feed;
        this.depth = depth;
        this.tallies = tallies;
    }

    void run(Chunk chunk, Action action) {
        switch (action) {
            case Action.Nothing nothing ->
                count(chunk, TallyRows.SKIPPED, "", chunk.entries().size());
            case Action.ChangeStatus change -> byLevel(chunk).forEach((level, some) -> change(some, change, level));
            case Action.SendMail mail -> send(chunk, mail);
            case Action.Notify notify -> tell(chunk, notify);
            case Action.CallWebhook call -> call(chunk, call);
            case Action.AddToProgram add -> byLevel(chunk).forEach((level, some) -> add(some, add, level));
            case Action.RequestCampaign request ->
                byLevel(chunk).forEach((level, some) -> request(some, request, level));
            case Action.WaitFor wait -> done(chunk);
            case Action.WaitUntil wait -> done(chunk);
            case Action.WaitAround wait -> done(chunk);
            case Action.Remove remove -> done(chunk);
        }
    }

    private void done(Chunk chunk) {
        count(chunk, TallyRows.DONE, "", chunk.entries().size());
    }

    private void count(Chunk chunk, String outcome, String detail, int members) {
        tallies.add(chunk.campaign().id(), chunk.version(), chunk.step(), outcome, detail, members);
    }

    private static Map<Integer, Chunk> byLevel(Chunk chunk) {
        var byLevel = new TreeMap<Integer, Chunk>();
        chunk.entries().stream()
                .collect(groupingBy(Entry::level))
                .forEach((level, entries) -> byLevel.put(level, chunk.with(entries)));
        return byLevel;
    }

    /** What follows from the change is one campaign deeper. */
    private void change(Chunk chunk, Action.ChangeStatus change, int level) {
        var request = asked(chunk, chunk.program().key(), change.to()).because(change.reason());
        countOutcomes(chunk, depth.at(level + 1, () -> changes.change(request, chunk.memberIds())));
    }

    private static StatusRequest asked(Chunk chunk, long programId, String to) {
        return StatusRequest.of(programId, to, Cause.CAMPAIGN, chunk.actor());
    }

    /** Somebody who is in twice at the same time is counted once with what was written, and once as there already. */
    private void countOutcomes(Chunk chunk, ChangeSet set) {
        var written = (int) set.outcomes().stream().filter(Outcome::written).count();
        count(chunk, TallyRows.DONE, "", written);
        set.skipped().forEach((reason, members) -> count(chunk, TallyRows.REFUSED, reason.name(), members.intValue()));
        var twice = chunk.entries().size() - set.outcomes().size();
        count(chunk, TallyRows.REFUSED, Move.Reason.ALREADY_THERE.name(), twice);
    }

    private void add(Chunk chunk, Action.AddToProgram add, int level) {
        var people = chunk.entries().stream()
                .map(Entry::personId)
                .distinct()
                .map(Newcomer::of)
                .toList();
        var request = asked(chunk, add.programId(), add.status());
        countOutcomes(chunk, depth.at(level + 1, () -> changes.join(request, people)));
    }

    private void send(Chunk chunk, Action.SendMail mail) {
        var order = new LetterOrder(
                chunk.program().key(),
                mail.templateId(),
                chunk.definition().priority(),
                chunk.campaign().id(),
                chunk.step());
        letters.write(order, chunk.entries().stream().map(Entry::addressee).toList());
        done(chunk);
    }

    private void tell(Chunk chunk, Action.Notify notify) {
        notices.tell(chunk, notify);
        done(chunk);
    }

    private void call(Chunk chunk, Action.CallWebhook call) {
        calls.insert(call.webhookId(), chunk);
        done(chunk);
    }

    private void request(Chunk chunk, Action.RequestCampaign request, int level) {
        var asked = campaigns.byIds(List.of(request.campaignId())).stream()
                .filter(one -> one.programId() == chunk.program().key())
                .findFirst()
                .orElseThrow(() -> new StepFailed("campaign.failed.no-campaign"));
        if (asked.state() == CampaignState.ON) {
            feed.request(asked, chunk.memberIds(), level + 1);
            done(chunk);
        } else {
            count(chunk, TallyRows.REFUSED, "CAMPAIGN_OFF", chunk.entries().size());
        }
    }
}
