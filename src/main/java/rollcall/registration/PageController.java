package rollcall.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.program.Programs;
import rollcall.registration.RegistrationPages.SlugTaken;
import rollcall.web.Back;
import rollcall.web.Flash;
import rollcall.web.PublicUrl;

/** How a program's public page is set up, and how it will look. */
@Controller
@RequestMapping("/programs/{programId}/registration")
class PageController {

    private final Programs programs;
    private final RegistrationPages pages;
    private final PublicModel publicPage;
    private final Forms forms;
    private final Snippets snippets;
    private final Promises promises;
    private final PublicUrl publicUrl;

    PageController(
            Programs programs,
            RegistrationPages pages,
            PublicModel publicPage,
            Forms forms,
            Snippets snippets,
            Promises promises,
            PublicUrl publicUrl) {
        this.programs = programs;
        this.pages = pages;
        this.publicPage = publicPage;
        this.forms = forms;
        this.snippets = snippets;
        this.promises = promises;
        this.publicUrl = publicUrl;
    }

    @GetMapping
    String form(Actor who, @PathVariable long programId, Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        model.addAttribute("form", PageForm.of(pages.of(program), program));
        return page(model, program);
    }

    /** For whoever may see the program. */
    @GetMapping("/preview")
    String preview(Actor who, @PathVariable long programId, Model model, HttpServletRequest request) {
        var program = programs.require(who, programId, Act.SEE);
        Doors.speak(request, model);
        publicPage.fill(model, pages.of(program), program);
        model.addAttribute("preview", true);
        return "registration/page";
    }

    @PostMapping
    Object store(
            Actor who,
            @PathVariable long programId,
            @ModelAttribute("form") PageForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var draft = new PageDraft(program, form, errors).page();
        draft.ifPresent(page -> store(who, page, program, form, errors, model));
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, program);
        }
        if (model.containsAttribute("stale")) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(model, program);
        }
        Flash.success(next, "registration.page.stored");
        return Back.to("/programs/%d/registration".formatted(programId));
    }

    /** Whoever was overtaken keeps what they typed, sees what is stored by now, and may store theirs over it. */
    private void store(
            Actor who, RegistrationPage page, Program program, PageForm form, BindingResult errors, Model model) {
        try {
            pages.store(who, page);
        } catch (SlugTaken taken) {
            errors.rejectValue("slug", "registration.slug.taken");
        } catch (StalePage stale) {
            var theirs = PageForm.of(pages.of(program), program);
            model.addAttribute("stale", PageDifference.between(theirs, form));
            model.addAttribute("storedVersion", theirs.version());
        }
    }

    private String page(Model model, Program program) {
        var stored = pages.of(program);
        model.addAttribute("program", program);
        model.addAttribute("crumbs", ProgramNav.crumbs(program));
        model.addAttribute("stored", stored);
        model.addAttribute("missing", promises.missing(stored, program));
        model.addAttribute("base", publicUrl.link("/r/"));
        model.addAttribute("snippets", snippets.of(stored, program.name(), forms.of(program)));
        return "registration/settings";
    }
}
