package rollcall.provider;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.member.Returns;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.provider.Unmatched.Answer;
import rollcall.provider.UnmatchedAttendee.State;
import rollcall.web.Back;
import rollcall.web.Flash;

/** People at the provider whom the program does not know: a list, and for each of them a page to settle it. */
@Controller
@RequestMapping("/programs/{programId}/unmatched")
class UnmatchedController {

    private final Programs programs;
    private final Unmatched unmatched;
    private final UnmatchedPages pages;
    private final Returns returns;

    UnmatchedController(Programs programs, Unmatched unmatched, UnmatchedPages pages, Returns returns) {
        this.programs = programs;
        this.unmatched = unmatched;
        this.pages = pages;
        this.returns = returns;
    }

    /** @param show open or dismissed */
    @GetMapping
    String list(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable Long after,
            Model model) {
        var program = programs.require(who, programId, Act.SEE);
        return pages.list(model, who, program, show.equals("dismissed") ? State.DISMISSED : State.OPEN, after);
    }

    /** @param q a name or an address to look for among the members */
    @GetMapping("/{attendeeId}")
    String one(
            Actor who,
            @PathVariable long programId,
            @PathVariable long attendeeId,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        var one = unmatched.require(program, attendeeId);
        model.addAttribute("form", UnmatchedForm.of(one));
        return pages.one(model, program, one, q);
    }

    @PostMapping("/{attendeeId}/match")
    View match(
            Actor who,
            @PathVariable long programId,
            @PathVariable long attendeeId,
            @RequestParam long memberId,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var one = unmatched.require(program, attendeeId);
        say(
                next,
                unmatched.match(who, program, attendeeId, memberId),
                one.attended() ? "provider.unmatched.matched" : "provider.unmatched.matched-registered",
                one);
        return list(programId);
    }

    @PostMapping("/{attendeeId}/addition")
    Object add(
            Actor who,
            @PathVariable long programId,
            @PathVariable long attendeeId,
            @ModelAttribute("form") UnmatchedForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var one = unmatched.require(program, attendeeId);
        form.check(errors);
        returns.check(program, form.erasedToo(), List.of(form.details()), "email", errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.one(model, program, one, null);
        }
        say(
                next,
                unmatched.add(who, program, attendeeId, form.details()),
                one.attended() ? "provider.unmatched.added" : "provider.unmatched.added-registered",
                one);
        return list(programId);
    }

    private static void say(RedirectAttributes next, Answer answer, String message, UnmatchedAttendee one) {
        switch (answer) {
            case SETTLED -> Flash.success(next, message, one.label());
            case BEFORE -> Flash.problem(next, "provider.unmatched.settled-already", one.label());
            case CLOSED -> Flash.problem(next, "provider.unmatched.closed", one.label());
        }
    }

    private static View list(long programId) {
        return Back.to("/programs/%d/unmatched".formatted(programId));
    }
}
