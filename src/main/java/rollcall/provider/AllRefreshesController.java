package rollcall.provider;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.NoSuchProgram;
import rollcall.program.Programs;
import rollcall.provider.DuePrograms.Key;
import rollcall.web.Back;
import rollcall.web.Flash;

/** All programs with a provider, for administrators: what was brought back, what is due, what waits to be sent. */
@Controller
@RequestMapping("/admin/refreshes")
class AllRefreshesController {

    private static final String HERE = "/admin/refreshes";
    private static final int PAGE = 50;

    private final DuePrograms due;
    private final Refreshes refreshes;
    private final Programs programs;
    private final Clock clock;

    AllRefreshesController(DuePrograms due, Refreshes refreshes, Programs programs, Clock clock) {
        this.due = due;
        this.refreshes = refreshes;
        this.programs = programs;
        this.clock = clock;
    }

    /** @param after the key of the last program on the page before; null for the first page */
    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        var now = clock.instant();
        var page = due.page(now, Key.parse(after), PAGE + 1);
        var lines = page.subList(0, Math.min(PAGE, page.size()));
        model.addAttribute("lines", lines);
        model.addAttribute("dueCount", due.due(now).size());
        model.addAttribute("first", after == null ? null : HERE);
        model.addAttribute("next", page.size() > PAGE ? HERE + "?after=" + Key.of(lines.getLast()) : null);
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute("now", now);
        return "provider/all-refreshes";
    }

    /** @param all whether everything that is due is meant, instead of the programs that are named */
    @PostMapping
    View start(
            Actor who,
            @RequestParam(defaultValue = "") List<Long> programId,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable String requestId,
            RedirectAttributes next) {
        var asked = all ? due.due(clock.instant()) : programId;
        if (asked.isEmpty()) {
            Flash.problem(next, all ? "provider.all.nothing-due" : "provider.all.nobody-ticked");
        } else {
            var started =
                    asked.stream().filter(one -> started(who, one, requestId)).count();
            Flash.success(next, "provider.all.started", started, asked.size() - started);
        }
        return Back.to(HERE);
    }

    private boolean started(Actor who, long programId, @Nullable String requestId) {
        try {
            var program = programs.require(who, programId, Act.MANAGE);
            return refreshes.start(program, RefreshOrder.now(who, requestId)).fresh();
        } catch (NoSuchProgram | NoWebinar gone) {
            return false;
        }
    }
}
