package rollcall.member;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.person.EmailTaken;
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.person.PersonField;
import rollcall.person.StalePerson;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Edits the person behind a member. Who saw an older version is shown both and decides again. */
@Controller
@RequestMapping("/programs/{programId}/members/{memberId}/details")
class DetailsController {

    private static final String PAGE = "member/details";

    private final Programs programs;
    private final Members members;
    private final People people;
    private final Returns returns;
    private final MemberPages pages;
    private final Crumbs crumbs;

    DetailsController(
            Programs programs, Members members, People people, Returns returns, MemberPages pages, Crumbs crumbs) {
        this.programs = programs;
        this.members = members;
        this.people = people;
        this.returns = returns;
        this.pages = pages;
        this.crumbs = crumbs;
    }

    /** There is nothing to edit about somebody who was erased, or about an earlier record. */
    private MemberLine open(Program program, long memberId) {
        var member = members.require(program, memberId);
        if (member.closed() != null) {
            throw new NoSuchMember();
        }
        return member;
    }

    private Person person(MemberLine member) {
        return people.find(member.personId()).orElseThrow(NoSuchMember::new);
    }

    @GetMapping
    String edit(Actor who, @PathVariable long programId, @PathVariable long memberId, Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        var member = open(program, memberId);
        model.addAttribute("form", DetailsForm.of(person(member)));
        return page(model, program, member);
    }

    @PostMapping
    Object save(
            Actor who,
            @PathVariable long programId,
            @PathVariable long memberId,
            @ModelAttribute("form") DetailsForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.MANAGE);
        var member = open(program, memberId);
        form.check(errors, person(member).details());
        returns.check(program, form.erasedToo(), List.of(form.details()), "email", errors);
        try {
            if (!errors.hasErrors()) {
                people.edit(member.personId(), form.version(), form.details());
                Flash.success(
                        next,
                        "member.details.saved",
                        members.require(program, memberId).label());
                return Back.to(pages.addressOf(programId, memberId));
            }
        } catch (EmailTaken taken) {
            errors.rejectValue("email", "member.details.email-taken");
        } catch (StalePerson stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return decideAgain(model, program, member, form, stale);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model, program, member);
    }

    /** The form with what was typed, ready to be put over what somebody else stored meanwhile. */
    private String decideAgain(Model model, Program program, MemberLine member, DetailsForm form, StalePerson stale) {
        model.addAttribute("theirs", stale.current().details());
        model.addAttribute("mine", form.details());
        model.addAttribute("form", DetailsForm.of(stale.current().version(), form.details(), form.erasedToo()));
        return page(model, program, member);
    }

    private String page(Model model, Program program, MemberLine member) {
        model.addAttribute("crumbs", crumbs.toMember(program, member));
        model.addAttribute("program", program);
        model.addAttribute("member", member);
        model.addAttribute("fields", PersonField.values());
        return PAGE;
    }
}
