package rollcall.member;

import java.util.Objects;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.job.Progress;
import rollcall.job.Worker;
import tools.jackson.databind.json.JsonMapper;

/** Corrects a mistake with many members, one change set for each chunk. */
@Component
class CorrectionWorker implements Worker {

    static final String KIND = "correction";

    private final Corrections corrections;
    private final Selections selections;
    private final JsonMapper json;

    CorrectionWorker(Corrections corrections, Selections selections, JsonMapper json) {
        this.corrections = corrections;
        this.selections = selections;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress chunk(Job job) {
        var ids = selections.frozen(job.id(), job.done(), StatusChanges.MOST);
        if (!ids.isEmpty()) {
            var order = json.readValue(job.details(), CorrectionOrder.class);
            corrections.correct(order.request(programOf(job), job), order.mistake(), ids);
        }
        var done = job.done() + ids.size();
        return new Progress(done, Long.toString(done), ids.size() < StatusChanges.MOST);
    }

    @Override
    public void ended(Job job) {
        selections.forget(job.id());
    }

    @Override
    public String resultPath(Job job) {
        return "/programs/%d/status-changes/job/%d".formatted(programOf(job), job.id());
    }

    private static long programOf(Job job) {
        return Objects.requireNonNull(job.programId());
    }
}
