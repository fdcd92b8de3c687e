package rollcall.member;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Corrects the status of one member: asking for the page shows what it would come to, sending the form makes it. */
@Controller
@RequestMapping("/programs/{programId}/members/{memberId}/correction")
class CorrectionController {

    private final Programs programs;
    private final Members members;
    private final SingleChanges changes;
    private final CorrectionPages pages;
    private final MemberPages memberPages;

    CorrectionController(
            Programs programs, Members members, SingleChanges changes, CorrectionPages pages, MemberPages memberPages) {
        this.programs = programs;
        this.members = members;
        this.changes = changes;
        this.pages = pages;
        this.memberPages = memberPages;
    }

    /** @param status the one to show the correction to; empty for the one before the last change */
    @GetMapping
    String preview(
            Actor who,
            @PathVariable long programId,
            @PathVariable long memberId,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "false") boolean ahead,
            Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        var member = members.require(program, memberId);
        var form = new StatusChangeForm(status, "", null, null, ahead, null);
        return pages.ofMember(model, who, program, member, form);
    }

    @PostMapping
    Object correct(
            Actor who,
            @PathVariable long programId,
            @PathVariable long memberId,
            @Valid @ModelAttribute("form") StatusChangeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.MANAGE);
        var answer = changes.correct(who, program, memberId, form, errors);
        if (answer.made()) {
            Flash.success(next, answer.message(), answer.arguments());
            return Back.to(memberPages.addressOf(programId, memberId));
        }
        response.setStatus(answer.status().value());
        Flash.problem(model, answer.message(), answer.arguments());
        return pages.ofMember(model, who, program, members.require(program, memberId), form);
    }
}
