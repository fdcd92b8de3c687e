package rollcall.provider;

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
import rollcall.program.ProgramNav;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Registrations that somebody has to cancel at the provider by hand, and saying that it is done. */
@Controller
@RequestMapping("/programs/{programId}/cancellations")
class ByHandController {

    private static final int PAGE = 50;

    private final ByHand byHand;
    private final Programs programs;
    private final Access access;

    ByHandController(ByHand byHand, Programs programs, Access access) {
        this.byHand = byHand;
        this.programs = programs;
        this.access = access;
    }

    /** @param after the last one on the page before */
    @GetMapping
    String list(Actor who, @PathVariable long programId, @RequestParam(defaultValue = "0") long after, Model model) {
        var program = programs.require(who, programId, Act.SEE);
        var page = byHand.page(programId, after, PAGE + 1);
        var shown = page.subList(0, Math.min(PAGE, page.size()));
        model.addAttribute("program", program);
        model.addAttribute("manages", access.may(who, programId, Act.MANAGE));
        model.addAttribute("cancellations", shown);
        model.addAttribute("first", after == 0 ? null : address(programId));
        model.addAttribute(
                "next",
                page.size() > PAGE
                        ? address(programId) + "?after=" + shown.getLast().pushId()
                        : null);
        model.addAttribute("crumbs", ProgramNav.crumbs(program));
        return "provider/cancellations";
    }

    @PostMapping
    View done(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "0") long pushId,
            RedirectAttributes next) {
        programs.require(who, programId, Act.MANAGE);
        if (byHand.done(who, programId, pushId)) {
            Flash.success(next, "provider.by-hand.noted");
        } else {
            Flash.problem(next, "provider.by-hand.already");
        }
        return Back.to(address(programId));
    }

    private static String address(long programId) {
        return "/programs/%d/cancellations".formatted(programId);
    }
}
