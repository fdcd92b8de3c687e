package rollcall.job;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
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
    private final JobNotices notices;
    private final Programs programs;
    private final Access access;
    private final JobViews views;

    JobController(Jobs jobs, JobNotices notices, Programs programs, Access access, JobViews views) {
        this.jobs = jobs;
        this.notices = notices;
        this.programs = programs;
        this.access = access;
        this.views = views;
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
        var job = require(who, jobId);
        if (job.state().ended()) {
            notices.seen(who, jobId);
        }
        show(model, who, job, told);
        return "job/job :: progress";
    }

    /** @param list whether it was asked for on the list of jobs, and leads back there */
    @PostMapping("/cancellations")
    View cancel(
            Actor who,
            @PathVariable long jobId,
            @RequestParam(defaultValue = "false") boolean list,
            RedirectAttributes next) {
        var job = require(who, jobId);
        if (!JobViews.mayCancel(who, job, askerMay(who))) {
            throw new NotAllowed();
        }
        jobs.cancel(jobId);
        Flash.success(next, job.state().ended() ? "job.ended-already" : "job.cancel-asked");
        return Back.to(list ? "/jobs" : "/jobs/" + jobId);
    }

    private Job require(Actor who, long jobId) {
        var job = jobs.find(jobId).orElseThrow(NoSuchJob::new);
        var program = job.programId();
        var mayBeSeen = program == null ? JobViews.startedBy(who, job) : access.may(who, program, Act.SEE);
        if (!mayBeSeen) {
            throw new NoSuchJob();
        }
        return job;
    }

    private JobViews.May askerMay(Actor who) {
        return (program, act) -> access.may(who, program, act);
    }

    private void show(Model model, Actor who, Job job, int told) {
        model.addAttribute("view", views.view(who, job, told, askerMay(who)));
    }

    private @Nullable Program programOf(Job job) {
        var program = job.programId();
        return program == null ? null : programs.get(program);
    }
}
