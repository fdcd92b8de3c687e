package rollcall.desk;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.job.Job;
import rollcall.job.Jobs;
import rollcall.program.Actor;

/** Runs of all checks on the database that Rollcall works on. */
@Service
class Checks {

    private final ChecksLock lock;
    private final Jobs jobs;
    private final ChecksWorker worker;
    private final CheckRows rows;
    private final ApplicationEventPublisher events;

    Checks(ChecksLock lock, Jobs jobs, ChecksWorker worker, CheckRows rows, ApplicationEventPublisher events) {
        this.lock = lock;
        this.jobs = jobs;
        this.worker = worker;
        this.rows = rows;
        this.events = events;
    }

    /** Starts a run; whether there was none under way. */
    @Transactional
    boolean start(Actor by) {
        lock.lock();
        if (underWay().isPresent()) {
            return false;
        }
        var job = jobs.start(ChecksWorker.KIND, null, by, worker.total(), "", null);
        events.publishEvent(new AuditApplicationEvent(by.key(), "CHECKED", Map.of("job", job)));
        return true;
    }

    Optional<Job> underWay() {
        return jobs.newest(ChecksWorker.KIND, false);
    }

    /** What the last run that has ended came to. */
    Optional<CheckReport> last() {
        return jobs.newest(ChecksWorker.KIND, true).map(job -> new CheckReport(job, rows.of(job.id())));
    }
}
