package rollcall.waitlist;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.member.Members;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** One who waits: why they were not promoted, and moving them. */
@Controller
@RequestMapping("/programs/{programId}/waitlist/{memberId:[0-9]+}")
class WaitingController {

    private static final int HIGHEST = 1_000;

    private final Programs programs;
    private final Members members;
    private final WaitingRows rows;
    private final Explained explained;
    private final WaitlistDeeds deeds;
    private final Access access;
    private final WaitlistCrumbs crumbs;

    WaitingController(
            Programs programs,
            Members members,
            WaitingRows rows,
            Explained explained,
            WaitlistDeeds deeds,
            Access access,
            WaitlistCrumbs crumbs) {
        this.programs = programs;
        this.members = members;
        this.rows = rows;
        this.explained = explained;
        this.deeds = deeds;
        this.access = access;
        this.crumbs = crumbs;
    }

    @GetMapping
    String page(Actor who, @PathVariable long programId, @PathVariable long memberId, Model model) {
        var program = programs.require(who, programId, Act.SEE);
        var waiting = rows.one(programId, memberId);
        model.addAttribute("program", program);
        model.addAttribute("member", members.require(program, memberId));
        model.addAttribute("manages", access.may(who, programId, Act.MANAGE));
        model.addAttribute("waiting", waiting.orElse(null));
        model.addAttribute(
                "facts", waiting.map(one -> explained.facts(program, one)).orElse(null));
        model.addAttribute("crumbs", crumbs.of(program));
        return "waitlist/waiting";
    }

    /** @param priority higher goes first; 0 for the usual turn */
    @PostMapping("/moves")
    View move(
            Actor who,
            @PathVariable long programId,
            @PathVariable long memberId,
            @RequestParam(defaultValue = "0") int priority,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        members.require(program, memberId);
        var why = WaitlistController.tidy(reason);
        if (why.isBlank()) {
            Flash.problem(next, "waitlist.move.reason-missing");
        } else if (Math.abs((long) priority) > HIGHEST) {
            Flash.problem(next, "waitlist.move.too-high", HIGHEST);
        } else if (deeds.move(who, program, memberId, priority, why)) {
            Flash.success(next, "waitlist.moved");
        } else {
            Flash.problem(next, "waitlist.move.not-waiting");
        }
        return Back.to(WaitlistController.address(programId) + "/" + memberId);
    }
}
