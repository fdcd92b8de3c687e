package rollcall.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Crumb;
import rollcall.web.Flash;

/** Where a program's webinar is held: choosing it, and how it is dealt with. */
@Controller
@RequestMapping("/programs/{programId}/provider")
class WebinarController {

    private final Programs programs;
    private final Webinars webinars;
    private final WebinarChoice choice;
    private final PushOverviews pushes;
    private final ProviderNames names;

    WebinarController(
            Programs programs, Webinars webinars, WebinarChoice choice, PushOverviews pushes, ProviderNames names) {
        this.programs = programs;
        this.webinars = webinars;
        this.choice = choice;
        this.pushes = pushes;
        this.names = names;
    }

    @GetMapping
    String page(Actor who, @PathVariable long programId, Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        model.addAttribute("program", program);
        model.addAttribute("webinar", webinars.of(programId).orElse(null));
        model.addAttribute("kinds", kinds());
        model.addAttribute("pushes", pushes.of(program));
        model.addAttribute("crumbs", crumbs(program));
        return "provider/provider";
    }

    private Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        webinars.providers().forEach(one -> kinds.put(one.kind(), names.of(one.kind())));
        return kinds;
    }

    private static List<Crumb> crumbs(Program program) {
        return List.of(Crumb.PROGRAMS, new Crumb(program.name(), "/programs/" + program.key()));
    }

    /**
     * Leaving a provider is shown first, when it concerns anybody there.
     *
     * @param kind the provider's; empty for none
     * @param confirm whether that was seen
     * @param cancels whether whoever is registered there is to be cancelled there
     */
    @PostMapping
    Object choose(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean leavesWhenCancelled,
            @RequestParam(defaultValue = "false") boolean refreshesItself,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestParam(defaultValue = "false") boolean cancels,
            Model model,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var before = webinars.of(programId).map(one -> one.event().kind()).orElse("");
        var there = pushes.of(program);
        if (!confirm && !before.isEmpty() && !kind.equals(before) && there.anybody()) {
            model.addAttribute("form", new Leaving(kind, leavesWhenCancelled, refreshesItself));
            return leaving(model, program, before, there);
        }
        choice.make(who, programId, kind, leavesWhenCancelled, refreshesItself, cancels);
        Flash.success(next, stored(before, kind));
        return Back.to("/programs/%d/provider".formatted(programId));
    }

    /** What was typed, to be sent once more. */
    record Leaving(String kind, boolean leavesWhenCancelled, boolean refreshesItself) {}

    private String leaving(Model model, Program program, String before, PushOverview there) {
        model.addAttribute("program", program);
        model.addAttribute("pushes", there);
        model.addAttribute("provider", names.of(before));
        model.addAttribute("crumbs", crumbs(program));
        return "provider/leaving";
    }

    /** Registrations are sent only when another provider was chosen. */
    private static String stored(String before, String kind) {
        if (kind.equals(before)) {
            return "provider.stored";
        }
        return kind.isEmpty() ? "provider.chosen.none" : "provider.chosen";
    }
}
