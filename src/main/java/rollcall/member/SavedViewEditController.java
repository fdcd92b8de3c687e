package rollcall.member;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Renames, shares and deletes a saved view. Who saw an older version sees the newer one and decides again. */
@Controller
@RequestMapping("/programs/{programId}/members/views/{viewId}")
class SavedViewEditController {

    private final Programs programs;
    private final SavedViews views;
    private final SavedViewPages pages;

    SavedViewEditController(Programs programs, SavedViews views, SavedViewPages pages) {
        this.programs = programs;
        this.views = views;
        this.pages = pages;
    }

    @GetMapping("/edit")
    String edit(Actor who, @PathVariable long programId, @PathVariable long viewId, Model model) {
        var program = programs.require(who, programId, Act.SEE);
        var view = views.requireToChange(who, program, viewId);
        model.addAttribute("form", SavedViewForm.of(view));
        return pages.form(model, who, program, view);
    }

    @PostMapping
    Object change(
            Actor who,
            @PathVariable long programId,
            @PathVariable long viewId,
            @ModelAttribute("form") SavedViewForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.SEE);
        var view = views.requireToChange(who, program, viewId);
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return pages.form(model, who, program, view);
        }
        var stored = views.change(who, program, viewId, form.version(), form.name(), form.shared());
        if (stored instanceof Stored.Done done) {
            Flash.success(next, "member.view.changed", done.view().name());
            return Back.to(all(programId));
        }
        if (stored instanceof Stored.Stale(var now)) {
            return again(model, who, program, form, now, response);
        }
        SavedViewAnswers.reject(stored, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.form(model, who, program, view);
    }

    @PostMapping("/removal")
    Object remove(
            Actor who,
            @PathVariable long programId,
            @PathVariable long viewId,
            @ModelAttribute("form") SavedViewForm form,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.SEE);
        var overtaken = views.remove(who, program, viewId, form.version());
        if (overtaken.isPresent()) {
            return again(model, who, program, SavedViewForm.of(overtaken.get()), overtaken.get(), response);
        }
        Flash.success(next, "member.view.removed");
        return Back.to(all(programId));
    }

    /** The form with what was typed, over the view as somebody else left it meanwhile. */
    private String again(
            Model model, Actor who, Program program, SavedViewForm form, SavedView now, HttpServletResponse response) {
        var typed = form.over(now);
        var errors = new BeanPropertyBindingResult(typed, "form");
        SavedViewAnswers.reject(new Stored.Stale(now), errors);
        model.addAttribute("form", typed);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        response.setStatus(HttpStatus.CONFLICT.value());
        return pages.form(model, who, program, now);
    }

    private static String all(long programId) {
        return "/programs/%d/members/views".formatted(programId);
    }
}
