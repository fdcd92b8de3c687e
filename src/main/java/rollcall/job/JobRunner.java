package rollcall.job;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.web.DatabaseAway;

/** Runs one job to its end, chunk by chunk, as long as the lease holds. */
@Component
public class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobRows rows;
    private final JobNotices notices;
    private final Jobs jobs;
    private final Attempts attempts;
    private final TransactionTemplate transaction;
    private final JobTimes times;
    private final Patience patience;

    JobRunner(
            JobRows rows,
            JobNotices notices,
            Jobs jobs,
            Attempts attempts,
            TransactionTemplate transaction,
            JobTimes times,
            Patience patience) {
        this.rows = rows;
        this.notices = notices;
        this.jobs = jobs;
        this.attempts = attempts;
        this.transaction = transaction;
        this.times = times;
        this.patience = patience;
    }

    /**
     * Runs the job in the calling thread until it has ended, the thread is interrupted, another run holds it, or others
     * write for so long that its turn does not come. While the database is away it waits, so that the next run, on
     * whichever node, can take the job up as soon as it is back.
     *
     * @return whether it has ended, so that nobody needs to run it again
     * @throws RuntimeException when the database was away; the job goes on from its last chunk when it is run again
     */
    public boolean run(long jobId) {
        var owner = UUID.randomUUID().toString();
        try {
            if (rows.claim(jobId, owner)) {
                runHeld(jobId, owner);
            }
            return rows.find(jobId).map(job -> job.state().ended()).orElse(true);
        } catch (RuntimeException failure) {
            if (DatabaseAway.causes(failure)) {
                patience.until(() -> rows.letGo(jobId, owner));
            }
            throw failure;
        }
    }

    private void runHeld(long jobId, String owner) {
        try (var run = jobs.workerOf(rows.find(jobId).orElseThrow()).run()) {
            var more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = next(jobId, owner, run);
            }
            rows.letGo(jobId, owner);
        } catch (NotItsTurn others) {
            LOG.warn("Job {} goes on once its lease has ended: others held its row or the database", jobId);
        } catch (RuntimeException failure) {
            leaveOrFail(jobId, owner, failure);
        }
    }

    /** Only what is the work's own fault ends it, since it would happen again. */
    private void leaveOrFail(long jobId, String owner, RuntimeException failure) {
        if (DatabaseAway.causes(failure)) {
            throw failure;
        }
        if (Thread.currentThread().isInterrupted()) {
            LOG.info("Job {} goes on elsewhere: this node goes down", jobId);
            rows.letGo(jobId, owner);
            return;
        }
        LOG.error("Job {} failed: {}", jobId, failure.getClass().getSimpleName());
        transaction.executeWithoutResult(status -> fail(jobId, owner, failure));
    }

    /** Renews the lease first, so that all of it is left for what the worker fetches. */
    private boolean next(long jobId, String owner, Worker.Run run) {
        var held = hold(jobId, owner);
        if (held.isEmpty()) {
            return false;
        }
        var began = times.begin();
        var worker = jobs.workerOf(held.get());
        var chunk = held.get().cancelAsked() ? (Worker.Chunk) worker::chunk : run.prepare(held.get());
        var progress = attempts.inTransaction(() -> chunk(jobId, owner, chunk));
        times.chunk(
                began,
                held.get(),
                progress.map(Progress::done).orElse(held.get().done()));
        return progress.filter(so -> !so.finished()).isPresent();
    }

    /** How far the job has come; nothing when it was cancelled, or another run holds it. */
    private Optional<Progress> chunk(long jobId, String owner, Worker.Chunk chunk) {
        var held = hold(jobId, owner);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        var job = held.get();
        if (job.cancelAsked()) {
            end(job, JobState.CANCELLED);
            return Optional.empty();
        }
        var progress = chunk.of(job);
        rows.store(jobId, progress);
        if (progress.finished()) {
            end(job, JobState.DONE);
        }
        return Optional.of(progress);
    }

    /** Said apart from what a worker's own statements run into, which would happen again and again. */
    private Optional<Job> hold(long jobId, String owner) {
        try {
            return rows.hold(jobId, owner);
        } catch (TransientDataAccessException others) {
            throw new NotItsTurn(others);
        }
    }

    /** Others wrote for so long that the job could not be held, as while a backup is made: no fault of the job's. */
    private static final class NotItsTurn extends ConcurrencyFailureException {

        NotItsTurn(TransientDataAccessException others) {
            super("Others wrote all the time.", others);
        }
    }

    private void end(Job job, JobState state) {
        rows.end(job.id(), state, null);
        notices.leave(job);
        jobs.workerOf(job).ended(rows.find(job.id()).orElse(job));
    }

    void fail(long jobId, String owner, RuntimeException failure) {
        if (rows.hold(jobId, owner).isPresent()) {
            rows.end(jobId, JobState.FAILED, failure instanceof JobFailed told ? told.getMessage() : null);
            rows.find(jobId).ifPresent(job -> {
                notices.leave(job);
                jobs.workerOf(job).ended(job);
            });
        }
    }
}
