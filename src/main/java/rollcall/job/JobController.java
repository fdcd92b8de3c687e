package rollcall.job;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.NotAllowed;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Shows how far long work is, to those who may see its program, and stops it. */
@Controller
@RequestMapping("/jobs/{jobId}")
class JobController {

    private final Jobs jobs;
    private final Programs programs;
    private final Access access;
    private final Clock clock;

    JobController(Jobs jobs, Programs programs, Access access, Clock clock) {
        this.jobs = jobs;
        this.programs = programs;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String page(Actor who, @PathVariable long jobId, Model model) {
        var job = require(who, jobId);
        show(model, who, job, -1);
        var program = programOf(job);
        model.addAttribute("program", program);
        model.addAttribute("crumbs", program == null ? null : ProgramNav.crumbs(program));
        return "job/job";
    }

    /** @param told up to which quarter the page has read the progress aloud */
    @HxRequest
    @GetMapping
    String progress(Actor who, @PathVariable long jobId, @RequestParam(defaultValue = "-1") int told, Model model) {
        show(model, who, require(who, jobId), told);
        return "job/job :: progress";
    }

    @PostMapping("/cancellations")
    View cancel(Actor who, @PathVariable long jobId, RedirectAttributes next) {
        var job = require(who, jobId);
        if (!mayCancel(who, job)) {
            throw new NotAllowed();
        }
        jobs.cancel(jobId);
        Flash.success(next, job.state().ended() ? "job.ended-already" : "job.cancel-asked");
        return Back.to("/jobs/" + jobId);
    }

    private Job require(Actor who, long jobId) {
        var job = jobs.find(jobId).orElseThrow(NoSuchJob::new);
        var program = job.programId();
        var mayBeSeen = program == null ? startedBy(who, job) : access.may(who, program, Act.SEE);
        if (!mayBeSeen) {
            throw new NoSuchJob();
        }
        return job;
    }

    private static boolean startedBy(Actor who, Job job) {
        return job.by().key().equals(who.key());
    }

    private boolean mayCancel(Actor who, Job job) {
        var program = job.programId();
        return startedBy(who, job) || (program != null && access.may(who, program, Act.MANAGE));
    }

    private void show(Model model, Actor who, Job job, int told) {
        var worker = jobs.workerOf(job);
        var result = job.state().ended() && maySee(who, job, worker) ? worker.resultPath(job) : null;
        var stoppable = mayCancel(who, job) && !job.state().ended() && !job.cancelAsked();
        model.addAttribute("view", new JobView(job, stoppable, result, told, clock.instant()));
    }

    private boolean maySee(Actor who, Job job, Worker worker) {
        var program = job.programId();
        return program == null || access.may(who, program, worker.resultAct());
    }

    private @Nullable Program programOf(Job job) {
        var program = job.programId();
        return program == null ? null : programs.get(program);
    }
}
