package rollcall.desk;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import rollcall.job.Jobs;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.program.PublicPages;
import rollcall.provider.ErrorDesk;
import rollcall.provider.PushOverviews;
import rollcall.provider.Refreshes;
import rollcall.provider.Webinars;
import rollcall.web.Crumb;

/** How a program stands. */
@Controller
class SummaryController {

    private final Programs programs;
    private final Overviews overviews;
    private final Jobs jobs;
    private final Access access;
    private final Webinars webinars;
    private final PushOverviews pushes;
    private final ErrorDesk errors;
    private final Refreshes refreshes;
    private final PublicPages publicPages;

    SummaryController(
            Programs programs,
            Overviews overviews,
            Jobs jobs,
            Access access,
            Webinars webinars,
            PushOverviews pushes,
            ErrorDesk errors,
            Refreshes refreshes,
            PublicPages publicPages) {
        this.programs = programs;
        this.overviews = overviews;
        this.jobs = jobs;
        this.access = access;
        this.webinars = webinars;
        this.pushes = pushes;
        this.errors = errors;
        this.refreshes = refreshes;
        this.publicPages = publicPages;
    }

    @GetMapping("/programs/{id}")
    String summary(Actor who, @PathVariable long id, Model model) {
        var program = programs.require(who, id, Act.SEE);
        model.addAttribute("program", program);
        model.addAttribute("overview", overviews.of(program));
        model.addAttribute("manages", access.may(who, id, Act.MANAGE));
        model.addAttribute(
                "lastImport", jobs.recent(id, "import", 1).stream().findFirst().orElse(null));
        model.addAttribute("webinar", webinars.of(id).orElse(null));
        model.addAttribute("pushes", pushes.of(program));
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute("errors", errors.clusters(id));
        model.addAttribute("refreshes", refreshes.overview(id));
        model.addAttribute("silent", publicPages.silentAt(program));
        model.addAttribute("publicPage", publicPages.pathOf(id).orElse(null));
        model.addAttribute("crumbs", List.of(Crumb.PROGRAMS));
        return "desk/summary";
    }
}
