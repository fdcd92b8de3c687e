package rollcall.job;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;

/**
 * Tells somebody once that work which they started has ended, on the next page that they open. Whoever sees the end on
 * the job's own page, or opens the outcome, is told nothing more.
 */
@Component
class JobNotices {

    /** At once; the rest on the pages after. */
    private static final int MOST = 5;

    private final JdbcClient jdbc;
    private final JobRows rows;
    private final Jobs jobs;
    private final Access access;
    private final Programs programs;

    JobNotices(JdbcClient jdbc, JobRows rows, Jobs jobs, Access access, Programs programs) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.jobs = jobs;
        this.access = access;
        this.programs = programs;
    }

    /** What the house started by itself has nobody to be told. */
    void leave(Job job) {
        if (job.by().signsIn()) {
            jdbc.sql("insert into job_notice (job_id, actor_key) values (:job, :actor)")
                    .param("job", job.id())
                    .param("actor", job.by().key())
                    .update();
        }
    }

    void seen(Actor who, long jobId) {
        took(who, jobId);
    }

    /** What is to be told on the page at that path; it will not be told again. */
    List<JobNotice> take(Actor who, String path) {
        var told = new ArrayList<JobNotice>();
        for (var id : waiting(who)) {
            if (took(who, id)) {
                rows.find(id)
                        .filter(job -> maySee(who, job))
                        .filter(job -> !shows(path, job))
                        .ifPresent(job -> told.add(notice(job)));
            }
        }
        return told;
    }

    private List<Long> waiting(Actor who) {
        return jdbc.sql("select job_id from job_notice where actor_key = :actor order by job_id limit :most")
                .param("actor", who.key())
                .param("most", MOST)
                .query(Long.class)
                .list();
    }

    /** Of two pages that are opened at the same moment, one takes it. */
    private boolean took(Actor who, long jobId) {
        return jdbc.sql("delete from job_notice where job_id = :job and actor_key = :actor")
                        .param("job", jobId)
                        .param("actor", who.key())
                        .update()
                == 1;
    }

    private boolean maySee(Actor who, Job job) {
        var program = job.programId();
        return program == null || access.may(who, program, Act.SEE);
    }

    private boolean shows(String path, Job job) {
        return path.equals("/jobs/" + job.id())
                || path.equals(jobs.workerOf(job).resultPath(job));
    }

    private JobNotice notice(Job job) {
        var program = job.programId();
        return new JobNotice(
                job.id(),
                job.kind(),
                job.state(),
                program == null ? "" : programs.get(program).name());
    }
}
