package rollcall.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.job.Progress;
import rollcall.job.Worker;

/**
 * Looks at the invariants one after the other. Each is looked at outside of any transaction, so that nobody waits for it:
 * on H2 a transaction that has written makes all others wait.
 */
@Component
class ChecksWorker implements Worker {

    static final String KIND = "checks";

    private final Inspection inspection;
    private final CheckRows rows;
    private final List<Invariant> invariants = Invariant.all();

    ChecksWorker(Inspection inspection, CheckRows rows) {
        this.inspection = inspection;
        this.rows = rows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    int total() {
        return invariants.size();
    }

    @Override
    public Chunk prepare(Job job) {
        var place = (int) job.done();
        var invariant = invariants.get(place);
        var finding = inspection.look(invariant);
        return held -> {
            rows.store(held.id(), place, invariant, finding);
            return new Progress(place + 1L, "", place + 1 == total(), (long) total());
        };
    }

    @Override
    public Progress chunk(Job job) {
        return prepare(job).of(job);
    }

    @Override
    public String resultPath(Job job) {
        return ChecksController.ADDRESS;
    }
}
