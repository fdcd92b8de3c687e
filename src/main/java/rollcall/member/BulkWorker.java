package rollcall.member;

import java.util.Objects;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.job.Progress;
import rollcall.job.Worker;
import tools.jackson.databind.json.JsonMapper;

/** Makes a long bulk change, one change set for each chunk. */
@Component
class BulkWorker implements Worker {

    static final String KIND = "bulk";

    private final StatusChanges changes;
    private final Selections selections;
    private final JsonMapper json;

    BulkWorker(StatusChanges changes, Selections selections, JsonMapper json) {
        this.changes = changes;
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
            changes.change(json.readValue(job.details(), BulkOrder.class).request(programOf(job), job), ids);
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
