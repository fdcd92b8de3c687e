package rollcall.provider;

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
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Bringing a program's attendance back: what was brought, and doing it again. */
@Controller
@RequestMapping("/programs/{programId}/refreshes")
class RefreshController {

    private final Programs programs;
    private final Refreshes refreshes;
    private final RefreshRows rows;
    private final RefreshPages pages;

    RefreshController(Programs programs, Refreshes refreshes, RefreshRows rows, RefreshPages pages) {
        this.programs = programs;
        this.refreshes = refreshes;
        this.rows = rows;
        this.pages = pages;
    }

    @GetMapping
    String list(
            Actor who,
            @PathVariable long programId,
            @RequestParam(required = false) @Nullable Long below,
            Model model) {
        return pages.list(model, who, programs.require(who, programId, Act.SEE), below);
    }

    /** @param preview whether only to say what it would come to */
    @PostMapping
    View start(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(required = false) @Nullable String requestId,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var order = preview ? RefreshOrder.preview(who, requestId) : RefreshOrder.now(who, requestId);
        return start(program, order, next);
    }

    private View start(Program program, RefreshOrder order, RedirectAttributes next) {
        var list = "/programs/%d/refreshes".formatted(program.key());
        try {
            var started = refreshes.start(program, order);
            if (!started.fresh()) {
                Flash.success(next, "provider.refresh.already");
            }
            return Back.to(list + "/" + started.refreshId());
        } catch (NoWebinar byHand) {
            Flash.problem(next, "provider.refresh.no-webinar");
            return Back.to(list);
        }
    }

    @GetMapping("/{refreshId}")
    String page(Actor who, @PathVariable long programId, @PathVariable long refreshId, Model model) {
        var program = programs.require(who, programId, Act.SEE);
        return pages.one(model, who, program, require(program, refreshId), -1);
    }

    @HxRequest
    @GetMapping("/{refreshId}")
    String progress(
            Actor who,
            @PathVariable long programId,
            @PathVariable long refreshId,
            @RequestParam(defaultValue = "-1") int told,
            Model model) {
        var program = programs.require(who, programId, Act.SEE);
        return pages.one(model, who, program, require(program, refreshId), told) + " :: result";
    }

    /** Somebody says that really nobody came: asks the provider once more and, if it agrees, marks everybody. */
    @PostMapping("/{refreshId}/empty-event")
    View nobodyCame(
            Actor who,
            @PathVariable long programId,
            @PathVariable long refreshId,
            @RequestParam(required = false) @Nullable String requestId,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        if (!require(program, refreshId).looksEmpty()) {
            Flash.problem(next, "provider.refresh.not-empty");
            return Back.to("/programs/%d/refreshes/%d".formatted(programId, refreshId));
        }
        return start(program, RefreshOrder.nobodyCame(who, requestId), next);
    }

    private Refresh require(Program program, long id) {
        return rows.find(program.key(), id).orElseThrow(NoSuchRefresh::new);
    }
}
