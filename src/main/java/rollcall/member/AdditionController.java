package rollcall.member;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;

/**
 * Adds people to a program. One person is added at once; several by their addresses, or the members of another program,
 * after a look at what that would come to.
 */
@Controller
@RequestMapping("/programs/{programId}/members")
class AdditionController {

    private final Programs programs;
    private final Additions additions;
    private final AdditionPages pages;
    private final SingleAddition single;
    private final Returns returns;

    AdditionController(
            Programs programs, Additions additions, AdditionPages pages, SingleAddition single, Returns returns) {
        this.programs = programs;
        this.additions = additions;
        this.pages = pages;
        this.single = single;
        this.returns = returns;
    }

    @GetMapping("/new")
    String form(
            Actor who,
            @PathVariable long programId,
            @RequestParam(defaultValue = "one") String how,
            @RequestParam(defaultValue = "") String find,
            Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        var form = AdditionForm.blank(how, program);
        model.addAttribute("form", form);
        model.addAttribute("there", MemberFilterForm.EVERYBODY);
        return pages.form(model, who, program, form, find);
    }

    @PostMapping
    Object add(
            Actor who,
            @PathVariable long programId,
            @ModelAttribute("form") AdditionForm form,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.MANAGE);
        form.check(errors);
        model.addAttribute("there", AdditionSource.filterIn(fields));
        var answer = errors.hasErrors() ? null : answer(who, program, form, errors, model, next);
        if (answer != null) {
            return answer;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.form(model, who, program, form, "");
    }

    /** Null when something is wrong with the form, which {@code errors} then says. */
    private @Nullable Object answer(
            Actor who, Program program, AdditionForm form, BindingResult errors, Model model, RedirectAttributes next) {
        return switch (form.way()) {
            case ONE -> one(who, program, form, errors, next);
            case PASTE -> pasted(who, program, form, errors, model);
            case PROGRAM -> fromProgram(who, program, form, model);
        };
    }

    private @Nullable Object one(
            Actor who, Program program, AdditionForm form, BindingResult errors, RedirectAttributes next) {
        returns.check(program, form.erasedToo(), List.of(form.person()), "email", errors);
        return errors.hasErrors() ? null : single.add(who, program, form, errors, next);
    }

    private @Nullable Object pasted(Actor who, Program program, AdditionForm form, BindingResult errors, Model model) {
        var pasted = PastedPeople.parse(form.people());
        pasted.check(errors, form.leaveOut());
        returns.check(program, form.erasedToo(), pasted.people(), "people", errors);
        model.addAttribute("pasted", pasted);
        if (errors.hasErrors()) {
            return null;
        }
        var request = form.request(who, program);
        return form.confirm()
                ? Back.to(pages.resultOf(program, additions.add(request, pasted.people())))
                : pages.preview(model, program, form, pages.look(program, request, pasted.people()));
    }

    private Object fromProgram(Actor who, Program program, AdditionForm form, Model model) {
        var lender = programs.require(who, form.sourceId(), Act.SEE);
        var source = new AdditionSource(lender, (MemberFilterForm) Objects.requireNonNull(model.getAttribute("there")));
        var request = form.request(who, program);
        model.addAttribute("lender", lender);
        var overtaken = form.confirm() && additions.overtaken(request, source, form.previewed());
        model.addAttribute("overtaken", overtaken);
        return form.confirm() && !overtaken
                ? Back.to(pages.resultOf(program, additions.add(request, source)))
                : pages.preview(model, program, form, pages.look(program, request, source));
    }
}
