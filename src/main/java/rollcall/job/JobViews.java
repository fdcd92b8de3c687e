package rollcall.job;

import java.time.Clock;
import org.springframework.stereotype.Component;
import rollcall.program.Access.Act;
import rollcall.program.Actor;

/** Jobs as somebody may see them, and what they may do with them. */
@Component
class JobViews {

    private final Jobs jobs;
    private final Clock clock;

    JobViews(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What the asker may do in which programs. */
    interface May {
        boolean may(long programId, Act act);
    }

    /** @param told as {@link JobView#told} */
    JobView view(Actor who, Job job, int told, May asker) {
        var worker = jobs.workerOf(job);
        var program = job.programId();
        var seesResult = program == null
                || (worker.starterSeesResult() && startedBy(who, job))
                || asker.may(program, worker.resultAct());
        var stoppable = mayCancel(who, job, asker) && !job.state().ended() && !job.cancelAsked();
        var result = job.state().ended() && seesResult ? worker.resultPath(job) : null;
        return new JobView(job, stoppable, result, told, clock.instant());
    }

    /** Whoever started it may, and whoever runs its program. */
    static boolean mayCancel(Actor who, Job job, May asker) {
        var program = job.programId();
        return startedBy(who, job) || (program != null && asker.may(program, Act.MANAGE));
    }

    static boolean startedBy(Actor who, Job job) {
        return job.by().key().equals(who.key());
    }
}
