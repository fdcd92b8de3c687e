package rollcall.member;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import rollcall.job.Attempts;
import rollcall.job.Jobs;
import rollcall.program.Program;
import tools.jackson.databind.json.JsonMapper;

/** Corrects whole change sets, and all that a job did: at once when one transaction takes them, else as a job. */
@Service
class BulkCorrections {

    private final Corrections corrections;
    private final MistakeRows mistakes;
    private final ChangeSets changeSets;
    private final Jobs jobs;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;

    BulkCorrections(
            Corrections corrections,
            MistakeRows mistakes,
            ChangeSets changeSets,
            Jobs jobs,
            Attempts attempts,
            ApplicationEventPublisher events,
            JsonMapper json) {
        this.corrections = corrections;
        this.mistakes = mistakes;
        this.changeSets = changeSets;
        this.jobs = jobs;
        this.attempts = attempts;
        this.events = events;
        this.json = json;
    }

    /**
     * Whether other members are meant by now than the preview was for. A repeated request never is overtaken: it answers
     * what the first one came to.
     *
     * @param previewed for how many members the preview was; null when nobody looked at one
     */
    boolean overtaken(Program program, StatusRequest request, Mistake mistake, @Nullable Long previewed) {
        return previewed != null
                && previewed != mistakes.uncorrected(program.key(), mistake)
                && changeSets.byRequest(request).isEmpty()
                && jobs.findByRequest(program.key(), request.requestId()).isEmpty();
    }

    /**
     * The same request id again answers what the first time came to.
     *
     * @throws NoSuchChange when the program has no such change set or job, or it changed nobody
     */
    Confirmed confirm(Program program, StatusRequest request, Mistake mistake) {
        var running = jobs.findByRequest(program.key(), request.requestId());
        if (running.isPresent()) {
            return new Confirmed.Running(running.get());
        }
        var ids = mistakes.ids(program.key(), mistake, StatusChanges.MOST + 1);
        if (ids.isEmpty()) {
            throw new NoSuchChange();
        }
        return ids.size() <= StatusChanges.MOST
                ? new Confirmed.Done(corrections.correct(request, mistake, ids))
                : new Confirmed.Running(start(program, request, mistake));
    }

    private long start(Program program, StatusRequest request, Mistake mistake) {
        return attempts.inTransaction(() -> {
            var total = mistakes.ids(program.key(), mistake, Integer.MAX_VALUE).size();
            var order = json.writeValueAsString(CorrectionOrder.of(request, mistake));
            var job = jobs.start(
                    CorrectionWorker.KIND, program.key(), request.actor(), total, order, request.requestId());
            mistakes.freeze(program.key(), mistake, job);
            note(request, mistake, job, total);
            return job;
        });
    }

    private void note(StatusRequest request, Mistake mistake, long job, long members) {
        var data = new TreeMap<>(mistake.details());
        data.put("program", request.programId());
        data.put("job", job);
        data.put("members", members);
        events.publishEvent(new AuditApplicationEvent(request.actor().key(), Corrections.AUDIT, data));
    }
}
