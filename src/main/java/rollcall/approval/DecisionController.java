package rollcall.approval;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.member.Outcome;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Decides on one person, or puts the decision off; then the next one is shown. */
@Controller
@RequestMapping("/approvals/{memberId}")
class DecisionController {

    private final Programs programs;
    private final Decisions decisions;
    private final Deferrals deferrals;
    private final Inbox inbox;
    private final DecisionPages pages;
    private final DecisionWords words;
    private final Clock clock;

    DecisionController(
            Programs programs,
            Decisions decisions,
            Deferrals deferrals,
            Inbox inbox,
            DecisionPages pages,
            DecisionWords words,
            Clock clock) {
        this.programs = programs;
        this.decisions = decisions;
        this.deferrals = deferrals;
        this.inbox = inbox;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    @PostMapping("/decisions")
    Object decide(
            Actor who,
            @PathVariable long memberId,
            @RequestParam(name = "in", required = false) @Nullable Long narrowed,
            @RequestParam(defaultValue = "") String show,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, decisions.programOf(memberId), Act.APPROVE);
        var filter = new InboxFilter(narrowed, show.equals(InboxController.LATER));
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.show(model, who, program, memberId, filter);
        }
        var after = form.list() ? filter.address() : addressAfter(who, memberId, filter);
        var answer = words.of(ask(who, program, memberId, form), program, memberId);
        if (answer.made()) {
            Flash.success(next, answer.message(), answer.arguments());
            return Back.to(after);
        }
        response.setStatus(answer.status().value());
        Flash.problem(model, answer.message(), answer.arguments());
        return pages.show(model, who, program, memberId, filter);
    }

    private Outcome ask(Actor who, Program program, long memberId, DecisionForm form) {
        return form.rejects()
                ? decisions.reject(who, program.key(), memberId, form.why(), form.requestId())
                : decisions.approve(who, program.key(), memberId, form.requestId());
    }

    /** Who comes after this one, as long as this one still waits; else the inbox, with whoever is left in it. */
    private String addressAfter(Actor who, long memberId, InboxFilter filter) {
        return inbox.find(memberId)
                .flatMap(one -> inbox.next(inbox.reachOf(who), filter, InboxKey.of(one)))
                .map(one -> filter.person(one.memberId()))
                .orElseGet(filter::address);
    }

    @PostMapping("/deferrals")
    Object defer(
            Actor who,
            @PathVariable long memberId,
            @RequestParam(name = "in", required = false) @Nullable Long narrowed,
            @RequestParam(defaultValue = "") String show,
            @Valid @ModelAttribute("deferral") DeferralForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, decisions.programOf(memberId), Act.APPROVE);
        var filter = new InboxFilter(narrowed, show.equals(InboxController.LATER));
        var waiter = inbox.find(memberId);
        if (errors.hasErrors() || waiter.isEmpty()) {
            response.setStatus((waiter.isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
            Flash.problem(model, waiter.isEmpty() ? "approval.decided-already" : "approval.later.wrong");
            return pages.show(model, who, program, memberId, filter);
        }
        var after = addressAfter(who, memberId, filter);
        deferrals.defer(who, memberId, form.until(clock.instant()), form.note());
        Flash.success(next, "approval.later.done", waiter.get().label());
        return Back.to(after);
    }

    @PostMapping("/deferrals/removal")
    View takeBack(
            Actor who,
            @PathVariable long memberId,
            @RequestParam(name = "in", required = false) @Nullable Long narrowed,
            RedirectAttributes next) {
        programs.require(who, decisions.programOf(memberId), Act.APPROVE);
        inbox.find(memberId).filter(one -> one.deferral() != null).ifPresent(one -> {
            deferrals.takeBack(who, memberId);
            Flash.success(next, "approval.later.taken-back", one.label());
        });
        return Back.to(new InboxFilter(narrowed, false).person(memberId));
    }
}
