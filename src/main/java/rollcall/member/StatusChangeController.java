package rollcall.member;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
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
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.FragmentsRendering;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Changes the status of one member: on the member's own page, and in the list, where htmx swaps the row. */
@Controller
@RequestMapping("/programs/{programId}/members/{memberId}")
class StatusChangeController {

    private final Programs programs;
    private final Members members;
    private final SingleChanges changes;
    private final ListRows rows;
    private final MemberPages pages;

    StatusChangeController(
            Programs programs, Members members, SingleChanges changes, ListRows rows, MemberPages pages) {
        this.programs = programs;
        this.members = members;
        this.changes = changes;
        this.rows = rows;
        this.pages = pages;
    }

    /** Without htmx the form stands on the member's own page. */
    @GetMapping({"/row", "/standing", "/status-changes/new"})
    View form(@PathVariable long programId, @PathVariable long memberId) {
        return Back.to(pages.addressOf(programId, memberId) + "#change");
    }

    /** The row of the list, with the form below it. */
    @HxRequest
    @GetMapping("/status-changes/new")
    String open(
            Actor who,
            @PathVariable long programId,
            @PathVariable long memberId,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String list,
            Model model) {
        var program = programs.require(who, programId, Act.APPROVE);
        var member = members.require(program, memberId);
        model.addAttribute("form", StatusChangeForm.blank(status, list));
        rows.open(model, who, program, member, list);
        return "member/row :: open";
    }

    /** The row of the list alone. */
    @HxRequest
    @GetMapping("/row")
    String close(
            Actor who,
            @PathVariable long programId,
            @PathVariable long memberId,
            @RequestParam(defaultValue = "") String list,
            Model model) {
        var program = programs.require(who, programId, Act.SEE);
        rows.close(model, who, program, members.require(program, memberId), list);
        return "member/row :: closed";
    }

    /**
     * Where the member stands by now.
     *
     * @param page whether it is for the member's own page instead of the list
     */
    @HxRequest
    @GetMapping("/standing")
    String standing(
            Actor who,
            @PathVariable long programId,
            @PathVariable long memberId,
            @RequestParam(defaultValue = "false") boolean page,
            Model model) {
        var program = programs.require(who, programId, Act.SEE);
        model.addAttribute("program", program);
        model.addAttribute("member", members.require(program, memberId));
        return page ? "member/member :: now" : "member/row :: standing-cell";
    }

    @PostMapping("/status-changes")
    Object change(
            Actor who,
            @PathVariable long programId,
            @PathVariable long memberId,
            @Valid @ModelAttribute("form") StatusChangeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.APPROVE);
        var answer = changes.ask(who, program, memberId, form, errors);
        if (answer.made()) {
            Flash.success(next, answer.message(), answer.arguments());
            return Back.to(addressAfter(form, programId, memberId));
        }
        response.setStatus(answer.status().value());
        Flash.problem(model, answer.message(), answer.arguments());
        pages.fill(model, who, program, members.require(program, memberId));
        return "member/member";
    }

    private String addressAfter(StatusChangeForm form, long programId, long memberId) {
        var list = form.list();
        return list == null
                ? pages.addressOf(programId, memberId)
                : MemberListAddress.of(programId, QueryString.parse(list)).here() + "#member-" + memberId;
    }

    @HxRequest
    @PostMapping("/status-changes")
    View changeInPlace(
            Actor who,
            @PathVariable long programId,
            @PathVariable long memberId,
            @Valid @ModelAttribute("form") StatusChangeForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.APPROVE);
        var answer = changes.ask(who, program, memberId, form, errors);
        var member = members.require(program, memberId);
        var list = form.list() == null ? "" : form.list();
        if (answer.made()) {
            Flash.success(model, answer.message(), answer.arguments());
            rows.close(model, who, program, member, list);
            return withFlash("member/row :: closed");
        }
        response.setStatus(answer.status().value());
        Flash.problem(model, answer.message(), answer.arguments());
        rows.open(model, who, program, member, list);
        return withFlash("member/row :: open");
    }

    private static View withFlash(String fragment) {
        return FragmentsRendering.fragment(fragment)
                .fragment("web/flash :: flash")
                .build();
    }
}
