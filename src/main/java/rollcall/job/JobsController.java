package rollcall.job;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Access.Reach;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;

/** All long work that somebody may see: what is under way, then what has ended. */
@Controller
@RequestMapping("/jobs")
class JobsController {

    private final JobList list;
    private final JobViews views;
    private final Programs programs;
    private final Access access;

    JobsController(JobList list, JobViews views, Programs programs, Access access) {
        this.list = list;
        this.views = views;
        this.programs = programs;
        this.access = access;
    }

    /** A job on the list; {@code program} is null for one that belongs to none. */
    record Line(JobView view, @Nullable Program program) {}

    /** @param below the id of the last one on the page before */
    @GetMapping
    String page(Actor who, @RequestParam(required = false) @Nullable Long below, Model model) {
        fill(model, who, below);
        return "job/jobs";
    }

    @HxRequest
    @GetMapping
    String part(Actor who, Model model) {
        fill(model, who, null);
        return "job/jobs :: jobs";
    }

    private void fill(Model model, Actor who, @Nullable Long below) {
        var reach = access.reachOf(who);
        var open = below == null ? list.open(who, reach) : List.<Job>of();
        var ended = list.ended(who, reach, below);
        var shown = ended.stream().limit(JobList.PAGE).toList();
        model.addAttribute("open", lines(who, open));
        model.addAttribute("ended", lines(who, shown));
        model.addAttribute("first", below == null);
        model.addAttribute(
                "older",
                ended.size() > shown.size() ? "/jobs?below=" + shown.getLast().id() : null);
    }

    private List<Line> lines(Actor who, List<Job> shown) {
        var ids = shown.stream().map(Job::programId).filter(Objects::nonNull).collect(toSet());
        var byId = programs.all(ids).stream().collect(toMap(Program::key, Function.identity()));
        var reaches = new EnumMap<Act, Reach>(Act.class);
        Stream.of(Act.values()).forEach(act -> reaches.put(act, access.reachOf(who, act)));
        JobViews.May asker =
                (program, act) -> Objects.requireNonNull(reaches.get(act)).covers(program);
        return shown.stream()
                .map(job -> new Line(
                        views.view(who, job, -1, asker), job.programId() == null ? null : byId.get(job.programId())))
                .toList();
    }
}
