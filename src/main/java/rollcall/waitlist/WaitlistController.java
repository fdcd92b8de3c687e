package rollcall.waitlist;

import java.util.LinkedHashSet;
import java.util.List;
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
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;
import rollcall.web.Text;

/** A program's waitlist, and letting in who waits. */
@Controller
@RequestMapping("/programs/{programId}/waitlist")
class WaitlistController {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_TICKED = 100;

    private final Programs programs;
    private final WaitlistPages pages;
    private final WaitlistDeeds deeds;

    WaitlistController(Programs programs, WaitlistPages pages, WaitlistDeeds deeds) {
        this.programs = programs;
        this.pages = pages;
        this.deeds = deeds;
    }

    static String address(long programId) {
        return "/programs/%d/waitlist".formatted(programId);
    }

    /** @param after where the page before ended */
    @GetMapping
    String page(Actor who, @PathVariable long programId, @RequestParam(defaultValue = "") String after, Model model) {
        pages.fill(model, who, programs.require(who, programId, Act.SEE), after);
        return "waitlist/list";
    }

    /** @param before the moment at which the page before ended, in milliseconds since 1970 */
    @GetMapping("/history")
    String history(
            Actor who,
            @PathVariable long programId,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        pages.fillHistory(model, programs.require(who, programId, Act.SEE), before);
        return "waitlist/history";
    }

    /**
     * @param memberId those who are ticked; none means the next ones
     * @param count how many of the next ones
     * @param offer whether they are asked first
     */
    @PostMapping("/promotions")
    View promote(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "") List<Long> memberId,
            @RequestParam(defaultValue = "0") int count,
            @RequestParam(defaultValue = "false") boolean offer,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var why = tidy(reason);
        var ids = new LinkedHashSet<>(memberId.subList(0, Math.min(MOST_TICKED, memberId.size())));
        say(
                ids.isEmpty()
                        ? deeds.promoteNext(who, program, count, offer)
                        : deeds.promote(who, program, ids, offer, why),
                offer,
                next);
        return Back.to(address(programId));
    }

    private static void say(WaitlistDeeds.Promoted promoted, boolean offer, RedirectAttributes next) {
        if (promoted.needsReason()) {
            Flash.problem(next, "waitlist.promote.reason-missing");
        } else if (promoted.done() == 0) {
            Flash.problem(next, "waitlist.promote.nobody");
        } else {
            Flash.success(next, offer ? "waitlist.promote.offered" : "waitlist.promote.done", promoted.done());
        }
    }

    /** Takes an offer back. */
    @PostMapping("/withdrawals")
    View withdraw(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "0") long memberId,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        if (deeds.withdraw(who, program, memberId)) {
            Flash.success(next, "waitlist.withdrawn");
        } else {
            Flash.problem(next, "waitlist.withdrawn.none");
        }
        return Back.to(address(programId));
    }

    /** Stops promotion for now, or goes on with it. */
    @PostMapping("/halts")
    View halt(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "false") boolean halted,
            RedirectAttributes next) {
        deeds.halt(who, programs.require(who, programId, Act.MANAGE), halted);
        Flash.success(next, halted ? "waitlist.halted" : "waitlist.resumed");
        return Back.to(address(programId));
    }

    /** A text that could not be stored is none. */
    static String tidy(String reason) {
        if (Text.unwanted(reason)) {
            return "";
        }
        var text = Text.tidy(reason);
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }
}
