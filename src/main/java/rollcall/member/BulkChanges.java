package rollcall.member;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.job.Attempts;
import rollcall.job.Jobs;
import rollcall.program.Program;
import tools.jackson.databind.json.JsonMapper;

/** Status changes for many members at once: look first, then confirm. */
@Service
public class BulkChanges {

    private final StatusChanges changes;
    private final Selections selections;
    private final Members members;
    private final Askings askings;
    private final Jobs jobs;
    private final BulkAudit audit;
    private final Attempts attempts;
    private final List<Consequences> consequences;
    private final JsonMapper json;

    BulkChanges(
            StatusChanges changes,
            Selections selections,
            Members members,
            Askings askings,
            Jobs jobs,
            BulkAudit audit,
            Attempts attempts,
            List<Consequences> consequences,
            JsonMapper json) {
        this.changes = changes;
        this.selections = selections;
        this.members = members;
        this.askings = askings;
        this.jobs = jobs;
        this.audit = audit;
        this.attempts = attempts;
        this.consequences = consequences;
        this.json = json;
    }

    /** What the change would come to now, decided by the same rules as the change itself. */
    @Transactional(readOnly = true)
    public Preview preview(Program program, StatusRequest request, Selection selection) {
        var asking = askings.look(request);
        var to = asking.channel().status(request.to());
        var verdicts = asking.verdicts();
        var tally = new Tally();
        selections.each(program, selection, one -> tally.count(one, verdicts.decide(one, to, request.reason())));
        var caused = consequences.stream()
                .flatMap(room -> room.of(program, to, tally.changing()).stream())
                .toList();
        var skipped = tally.skipped(ids -> members.lines(program, ids));
        return new Preview(to, tally.selected(), tally.counts(), skipped, caused);
    }

    /**
     * Makes the change for those who are selected at this moment: at once when one transaction takes them all, else as a
     * job. The same request id again answers what the first time came to.
     */
    public Confirmed confirm(Program program, StatusRequest request, Selection selection) {
        var running = jobs.findByRequest(program.key(), request.requestId());
        if (running.isPresent()) {
            return new Confirmed.Running(running.get());
        }
        var ids = selections.ids(program, selection, StatusChanges.MOST + 1);
        return ids.size() <= StatusChanges.MOST
                ? new Confirmed.Done(changes.change(request, ids))
                : new Confirmed.Running(start(program, request, selection));
    }

    private long start(Program program, StatusRequest request, Selection selection) {
        return attempts.inTransaction(() -> {
            var total = selections.count(program, selection);
            var order = json.writeValueAsString(BulkOrder.of(request));
            var job = jobs.start(BulkWorker.KIND, program.key(), request.actor(), total, order, request.requestId());
            selections.freeze(program, selection, job);
            audit.ordered(request, job, total);
            return job;
        });
    }
}
