package rollcall.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/** The door to long work. */
@Service
public class Jobs {

    private final JobRows rows;
    private final Map<String, Worker> workers;
    private final ApplicationEventPublisher events;

    Jobs(JobRows rows, List<Worker> workers, ApplicationEventPublisher events) {
        this.rows = rows;
        this.workers = workers.stream().collect(Collectors.toMap(Worker::kind, Function.identity()));
        this.events = events;
    }

    /**
     * Stores a job; it begins when the caller's transaction has committed, on whichever node is free.
     *
     * @param total how many things there are to do
     * @param details what the worker needs to know; never personal data
     * @param requestId the same one again answers the first job; null for no such guard
     * @return the job's id
     */
    @Transactional
    public long start(
            String kind, @Nullable Long programId, Actor by, long total, String details, @Nullable String requestId) {
        if (!workers.containsKey(kind)) {
            throw new IllegalArgumentException("Nobody does jobs of the kind " + kind + ".");
        }
        var earlier = rows.byRequest(programId, requestId);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var id = rows.insert(kind, programId, by, total, details, requestId);
        events.publishEvent(new JobStarted(id));
        return id;
    }

    public Optional<Job> find(long id) {
        return rows.find(id);
    }

    /** The job that was started with that request id, if any was. */
    public Optional<Long> findByRequest(long programId, @Nullable String requestId) {
        return rows.byRequest(programId, requestId);
    }

    /** The newest jobs of that kind in a program, newest first. */
    public List<Job> recent(long programId, String kind, int most) {
        return rows.recent(programId, kind, most);
    }

    /** The newest job of that kind among those that belong to no program, and that have ended or have not. */
    public Optional<Job> newest(String kind, boolean ended) {
        return rows.newest(kind, ended);
    }

    /** Asks a job to stop after the chunk it is at; what is done stays done. A job that has ended stays as it is. */
    @Transactional
    public void cancel(long id) {
        rows.askToCancel(id);
        events.publishEvent(new JobStarted(id));
    }

    public Worker workerOf(Job job) {
        var worker = workers.get(job.kind());
        if (worker == null) {
            throw new IllegalStateException("Nobody does jobs of the kind " + job.kind() + ".");
        }
        return worker;
    }
}
