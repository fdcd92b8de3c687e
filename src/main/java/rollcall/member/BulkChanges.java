package rollcall.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.job.Attempts;
import rollcall.job.Jobs;
import rollcall.program.Program;
import tools.jackson.databind.json.JsonMapper;

/** Status changes for many members at once: look first, then confirm. */
@Service
public class BulkChanges {

    /** @param key for the confirmation; null for a selection that names its members itself */
    record Remembered(Preview preview, @Nullable String key) {}

    private final StatusChanges changes;
    private final Selections selections;
    private final Members members;
    private final BulkPreviews previews;
    private final ChangeSets changeSets;
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
            BulkPreviews previews,
            ChangeSets changeSets,
            Askings askings,
            Jobs jobs,
            BulkAudit audit,
            Attempts attempts,
            List<Consequences> consequences,
            JsonMapper json) {
        this.changes = changes;
        this.selections = selections;
        this.members = members;
        this.previews = previews;
        this.changeSets = changeSets;
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
        return look(program, request, selection, new Tally());
    }

    /** As {@link #preview}, and remembers whom it was for, so that it can be confirmed. */
    @Transactional
    Remembered remember(Program program, StatusRequest request, Selection selection) {
        var tally = new Tally();
        var preview = look(program, request, selection, tally);
        var key = selection instanceof Selection.Matching ? previews.remember(program, tally.memberIds()) : null;
        return new Remembered(preview, key);
    }

    private Preview look(Program program, StatusRequest request, Selection selection, Tally tally) {
        var asking = askings.look(request);
        var to = asking.channel().status(request.to());
        var verdicts = asking.verdicts();
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
        return confirm(program, request, selection, null);
    }

    /**
     * As {@link #confirm(Program, StatusRequest, Selection)}, for those of a preview and nobody else: what is held
     * against the preview is the very list that is changed then, or that is frozen for the job.
     *
     * @param preview the key of the preview that is confirmed; null when nobody looked at one
     * @throws StalePreview when other members are meant by now, and the request was not answered before
     */
    Confirmed confirm(Program program, StatusRequest request, Selection selection, @Nullable String preview) {
        var running = jobs.findByRequest(program.key(), request.requestId());
        if (running.isPresent()) {
            return new Confirmed.Running(running.get());
        }
        var ids = selections.ids(program, selection, StatusChanges.MOST + 1);
        if (ids.size() > StatusChanges.MOST) {
            return new Confirmed.Running(start(program, request, selection, preview));
        }
        if (preview != null) {
            check(program, request, preview, ids);
        }
        return new Confirmed.Done(changes.change(request, ids));
    }

    /** Whether it was answered is asked last: a repeat that sees the first one's changes also sees its answer. */
    private void check(Program program, StatusRequest request, String preview, List<Long> ids) {
        try {
            previews.check(
                    program,
                    preview,
                    ids.stream().mapToLong(Long::longValue).sorted().toArray());
        } catch (StalePreview stale) {
            if (changeSets.byRequest(request).isEmpty()) {
                throw stale;
            }
        }
    }

    private long start(Program program, StatusRequest request, Selection selection, @Nullable String preview) {
        return attempts.inTransaction(() -> {
            var running = jobs.findByRequest(program.key(), request.requestId());
            if (running.isPresent()) {
                return running.get();
            }
            var total = selections.count(program, selection);
            var order = json.writeValueAsString(BulkOrder.of(request));
            var job = jobs.start(BulkWorker.KIND, program.key(), request.actor(), total, order, request.requestId());
            selections.freeze(program, selection, job);
            if (preview != null) {
                previews.check(program, preview, selections.frozen(job));
            }
            audit.ordered(request, job, total);
            return job;
        });
    }
}
