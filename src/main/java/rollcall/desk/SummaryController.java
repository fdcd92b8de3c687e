package rollcall.desk;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import rollcall.job.Jobs;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.web.Crumb;

/** How a program stands. */
@Controller
class SummaryController {

    private final Programs programs;
    private final Overviews overviews;
    private final Jobs jobs;
    private final Access access;

    SummaryController(Programs programs, Overviews overviews, Jobs jobs, Access access) {
        this.programs = programs;
        this.overviews = overviews;
        this.jobs = jobs;
        this.access = access;
    }

    @GetMapping("/programs/{id}")
    String summary(Actor who, @PathVariable long id, Model model) {
        var program = programs.require(who, id, Act.SEE);
        model.addAttribute("program", program);
        model.addAttribute("overview", overviews.of(program));
        model.addAttribute("manages", access.may(who, id, Act.MANAGE));
        model.addAttribute(
                "lastImport", jobs.recent(id, "import", 1).stream().findFirst().orElse(null));
        model.addAttribute("crumbs", List.of(Crumb.PROGRAMS));
        return "desk/summary";
    }
}
