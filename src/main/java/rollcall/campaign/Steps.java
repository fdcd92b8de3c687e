package rollcall.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Does one step for a chunk, in the caller's transaction: who still goes on, which choice fits, what it does, where to next. */
@Component
class Steps {

    private final Audiences audiences;
    private final Acts acts;
    private final EntryRows rows;
    private final TallyRows tallies;
    private final CampaignRows campaigns;

    Steps(Audiences audiences, Acts acts, EntryRows rows, TallyRows tallies, CampaignRows campaigns) {
        this.audiences = audiences;
        this.acts = acts;
        this.rows = rows;
        this.tallies = tallies;
        this.campaigns = campaigns;
    }

    void run(Chunk chunk) {
        var going = chunk.with(withoutLeavers(chunk));
        var ended = chunk.entries().size() - going.entries().size();
        var failed = 0;
        if (!going.entries().isEmpty()) {
            var tooDeep = going.entries().stream()
                    .filter(one -> one.level() >= Depth.MOST)
                    .toList();
            failed = fail(going.with(tooDeep), "campaign.failed.too-deep");
            ended += failed + step(going.with(minus(going.entries(), tooDeep)));
        }
        if (ended > 0) {
            campaigns.count(chunk.campaign().id(), ended, failed);
        }
    }

    /** Leaving the program takes out of its campaigns. */
    private List<Entry> withoutLeavers(Chunk chunk) {
        if (AudienceSql.forLeavers(chunk.definition())) {
            return chunk.entries();
        }
        var gone = chunk.entries().stream().filter(Entry::gone).toList();
        rows.end(gone.stream().map(Entry::id).toList(), EntryState.LEFT, chunk.now());
        return minus(chunk.entries(), gone);
    }

    private static List<Entry> minus(List<Entry> all, List<Entry> some) {
        var without = new HashSet<>(some);
        return some.isEmpty()
                ? all
                : all.stream().filter(one -> !without.contains(one)).toList();
    }

    /** How many are through afterwards. */
    private int step(Chunk chunk) {
        if (chunk.entries().isEmpty()) {
            return 0;
        }
        if (chunk.step() >= chunk.definition().steps().size()) {
            rows.finish(chunk.ids(), chunk.step(), chunk.now());
            return chunk.entries().size();
        }
        var step = chunk.definition().steps().get(chunk.step());
        var ended = 0;
        var left = chunk.entries();
        for (var choice : step.choices()) {
            if (!left.isEmpty()) {
                var fitting = fitting(chunk.with(left), choice.when());
                ended += act(chunk.with(fitting), choice.then());
                left = minus(left, fitting);
            }
        }
        return ended + act(chunk.with(left), step.otherwise());
    }

    private List<Entry> fitting(Chunk chunk, Audience when) {
        Set<Long> members = new HashSet<>(audiences.among(chunk.program(), when, chunk.memberIds()));
        return chunk.entries().stream()
                .filter(one -> members.contains(one.memberId()))
                .toList();
    }

    private int act(Chunk chunk, Action action) {
        if (chunk.entries().isEmpty()) {
            return 0;
        }
        acts.run(chunk, action);
        if (action instanceof Action.Remove) {
            rows.end(chunk.ids(), EntryState.REMOVED, chunk.now());
            return chunk.entries().size();
        }
        return moveOn(chunk, action);
    }

    private int moveOn(Chunk chunk, Action action) {
        var ids = new ArrayList<>(chunk.ids());
        if (chunk.last()) {
            rows.finish(ids, chunk.step() + 1, chunk.now());
            return ids.size();
        }
        var wait = Waits.of(action, chunk.program(), chunk.now());
        if (wait == null) {
            rows.moveOn(ids, chunk.step() + 1, chunk.now());
        } else {
            rows.letWait(ids, chunk.step() + 1, wait.until(), wait.around());
        }
        return 0;
    }

    /** Whoever fails stays at that step, from where they can be tried again; how many that is. */
    int fail(Chunk chunk, String problem) {
        if (!chunk.entries().isEmpty()) {
            rows.end(chunk.ids(), EntryState.FAILED, problem, chunk.now());
            tallies.add(
                    chunk.campaign().id(),
                    chunk.version(),
                    chunk.step(),
                    TallyRows.FAILED,
                    problem,
                    chunk.entries().size());
        }
        return chunk.entries().size();
    }
}
