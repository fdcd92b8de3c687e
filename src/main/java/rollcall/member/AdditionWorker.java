package rollcall.member;

import java.util.Objects;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.job.Progress;
import rollcall.job.Worker;
import tools.jackson.databind.json.JsonMapper;

/** Brings the many members of one program into another one, one change set for each chunk. */
@Component
class AdditionWorker implements Worker {

    static final String KIND = "addition";

    private final StatusChanges changes;
    private final AdditionRows rows;
    private final Selections selections;
    private final JsonMapper json;

    AdditionWorker(StatusChanges changes, AdditionRows rows, Selections selections, JsonMapper json) {
        this.changes = changes;
        this.rows = rows;
        this.selections = selections;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress chunk(Job job) {
        var order = json.readValue(job.details(), AdditionOrder.class);
        var members = selections.frozen(job.id(), job.done(), StatusChanges.MOST);
        if (!members.isEmpty()) {
            var request = order.order().request(programOf(job), job).once("job-%d-%d".formatted(job.id(), job.done()));
            changes.join(
                    request, rows.behind(members).stream().map(Newcomer::of).toList());
        }
        var done = job.done() + members.size();
        return new Progress(done, Long.toString(done), members.size() < StatusChanges.MOST);
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
