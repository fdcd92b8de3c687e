package rollcall.member;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Saves what a list of members asks for under a name, and leads back to it. */
@Controller
@RequestMapping("/programs/{programId}/members/views")
class SavedViewController {

    private final Programs programs;
    private final SavedViews views;
    private final SavedViewPages pages;

    SavedViewController(Programs programs, SavedViews views, SavedViewPages pages) {
        this.programs = programs;
        this.views = views;
        this.pages = pages;
    }

    /** @param counts whether to wait until the members of each are counted, for who has no script that asks again */
    @GetMapping
    String all(
            Actor who,
            @PathVariable long programId,
            @RequestParam(required = false) @Nullable String counts,
            Model model) {
        pages.fillAll(model, who, programs.require(who, programId, Act.SEE), counts != null);
        return "member/views";
    }

    @HxRequest
    @GetMapping
    String counted(Actor who, @PathVariable long programId, Model model) {
        pages.fillAll(model, who, programs.require(who, programId, Act.SEE), true);
        return "member/views :: views";
    }

    /** What stands in the list's menu of views. */
    @HxRequest
    @GetMapping("/menu")
    String menu(
            Actor who, @PathVariable long programId, @RequestParam(required = false) @Nullable Long view, Model model) {
        pages.fillAll(model, who, programs.require(who, programId, Act.SEE), true);
        model.addAttribute("at", view);
        return "member/views :: items";
    }

    /** Without htmx there is nothing to put it into. */
    @GetMapping("/menu")
    View noMenu(Actor who, @PathVariable long programId) {
        programs.require(who, programId, Act.SEE);
        return Back.to("/programs/%d/members/views".formatted(programId));
    }

    @PostMapping
    Object save(
            Actor who,
            @PathVariable long programId,
            @ModelAttribute("form") SavedViewForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.SEE);
        var filter = known(program, form.memberFilter());
        form.check(errors);
        if (!errors.hasErrors()) {
            var columns = columns(who, program, form);
            var stored = views.create(who, program, form.name(), form.shared(), filter, columns, form.requestId());
            if (stored instanceof Stored.Done(var view)) {
                Flash.success(next, "member.view.saved", view.name());
                return list(program, filter, columns, view);
            }
            SavedViewAnswers.reject(stored, errors);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return pages.form(model, who, program, null);
    }

    /** Leads to the list with what is left of the view today. */
    @GetMapping("/{viewId}")
    View open(Actor who, @PathVariable long programId, @PathVariable long viewId) {
        var program = programs.require(who, programId, Act.SEE);
        var view = views.require(who, program, viewId);
        var questions = pages.questions(program);
        var columns = pages.columns(who, program, view, questions)
                .map(FittedColumns::shown)
                .orElse(null);
        return list(program, pages.fitted(program, view, questions).form(), columns, view);
    }

    @PostMapping("/{viewId}/filter")
    View replace(
            Actor who,
            @PathVariable long programId,
            @PathVariable long viewId,
            @ModelAttribute("form") SavedViewForm form,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.SEE);
        var filter = known(program, form.memberFilter());
        var columns = columns(who, program, form);
        switch (views.replace(who, program, viewId, form.version(), filter, columns)) {
            case Stored.Done(var view) -> Flash.success(next, "member.view.replaced", view.name());
            case Stored.Stale(var now) -> Flash.problem(next, "member.view.stale.filter", now.name());
            case Stored.NameTaken taken -> throw new IllegalStateException("The name stays.");
            case Stored.TooMany many -> throw new IllegalStateException("None is added.");
        }
        return Back.to(MemberListAddress.of(programId, filter, columns, viewId).here());
    }

    /** With every question written out, for the day on which nobody asks it any more. */
    private @Nullable ColumnChoice columns(Actor who, Program program, SavedViewForm form) {
        var named = form.columns();
        return named == null ? null : pages.fitted(who, program, named).shown();
    }

    private MemberFilterForm known(Program program, MemberFilterForm filter) {
        var channel = programs.channelOf(program);
        filter.status().forEach(channel::status);
        return filter;
    }

    private static View list(Program program, MemberFilterForm filter, @Nullable ColumnChoice columns, SavedView view) {
        return Back.to(
                MemberListAddress.of(program.key(), filter, columns, view.id()).here());
    }
}
