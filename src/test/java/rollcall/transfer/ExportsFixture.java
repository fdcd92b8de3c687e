package rollcall.transfer;

import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.job.JobRunner;
import rollcall.job.Jobs;
import rollcall.member.MemberFilterForm;
import rollcall.program.Actor;
import rollcall.program.Program;

/** Prepared files, for tests of other rooms. */
@Component
public class ExportsFixture {

    private final Exports exports;
    private final PreparedFiles files;
    private final Jobs jobs;
    private final JobRunner runner;

    ExportsFixture(Exports exports, PreparedFiles files, Jobs jobs, JobRunner runner) {
        this.exports = exports;
        this.files = files;
        this.jobs = jobs;
        this.runner = runner;
    }

    /** The id of one that is still to be written. */
    public long prepared(Program program) {
        var chosen = new Chosen(Chosen.COLUMNS, List.of());
        return exports.prepare(program, Actor.SYSTEM, MemberFilterForm.EVERYBODY, chosen, ListFormat.CSV, null)
                .id();
    }

    /** The id of one that can be fetched. */
    public long ready(Program program) {
        var id = prepared(program);
        runner.run(jobOf(id));
        return id;
    }

    /** The id of one that was stopped. */
    public long stopped(Program program) {
        var id = prepared(program);
        jobs.cancel(jobOf(id));
        runner.run(jobOf(id));
        return id;
    }

    /** The id of one whose file is gone. */
    public long expired(Program program) {
        var id = ready(program);
        files.gone(id);
        return id;
    }

    private long jobOf(long id) {
        return exports.jobOf(files.find(id).orElseThrow()).id();
    }
}
