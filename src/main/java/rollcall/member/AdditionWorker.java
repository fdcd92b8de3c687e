package rollcall.member;

import java.util.Objects;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.job.Progress;
import rollcall.job.Worker;
import rollcall.program.Programs;
import tools.jackson.databind.json.JsonMapper;

/** Brings the many members of one program into another one, one change set for each chunk. */
@Component
class AdditionWorker implements Worker {

    static final String KIND = "addition";

    private final StatusChanges changes;
    private final AdditionRows rows;
    private final Programs programs;
    private final JsonMapper json;

    AdditionWorker(StatusChanges changes, AdditionRows rows, Programs programs, JsonMapper json) {
        this.changes = changes;
        this.rows = rows;
        this.programs = programs;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress chunk(Job job) {
        var order = json.readValue(job.details(), AdditionOrder.class);
        var source = new AdditionSource(programs.get(order.source()), order.statuses());
        var after = job.resumePoint().isEmpty() ? 0 : Long.parseLong(job.resumePoint());
        var ids = rows.people(source, after, StatusChanges.MOST);
        if (ids.isEmpty()) {
            return new Progress(job.done(), job.resumePoint(), true);
        }
        var request = order.order().request(programOf(job), job).once("job-%d-%d".formatted(job.id(), after));
        changes.join(request, ids.stream().map(Newcomer::of).toList());
        return new Progress(job.done() + ids.size(), Long.toString(ids.getLast()), ids.size() < StatusChanges.MOST);
    }

    @Override
    public String resultPath(Job job) {
        return "/programs/%d/status-changes/job/%d".formatted(programOf(job), job.id());
    }

    private static long programOf(Job job) {
        return Objects.requireNonNull(job.programId());
    }
}
