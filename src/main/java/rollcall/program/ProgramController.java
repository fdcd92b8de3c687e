package rollcall.program;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.ProgramPages.Kind;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Making programs: out of nothing, or after another one. */
@Controller
class ProgramController {

    private final Programs programs;
    private final Channels channels;
    private final Access access;
    private final ProgramPages pages;

    ProgramController(Programs programs, Channels channels, Access access, ProgramPages pages) {
        this.programs = programs;
        this.channels = channels;
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/programs/new")
    String blank(Actor who, Model model) {
        requireCreate(who);
        model.addAttribute("form", ProgramForm.blank());
        return pages.form(model, Kind.NEW, null);
    }

    @PostMapping("/programs")
    Object create(
            Actor who,
            @ModelAttribute("form") ProgramForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        requireCreate(who);
        var draft = new ProgramDraft(form, errors);
        var channel = channel(form);
        if (channel.isEmpty()) {
            errors.rejectValue("channel", "program.channel.missing");
        }
        var plan = draft.plan();
        if (plan.isEmpty() || channel.isEmpty()) {
            return pages.again(model, Kind.NEW, null, draft, response);
        }
        return made(programs.create(who, plan.get(), channel.get().id()), next);
    }

    /** Who is not asked, as there is but one, gets the built-in channel. */
    private Optional<Channel> channel(ProgramForm form) {
        if (form.channel().isEmpty()) {
            return Optional.of(channels.webinar());
        }
        return channels.all().stream()
                .filter(one -> String.valueOf(one.id()).equals(form.channel()))
                .findFirst();
    }

    private void requireCreate(Actor who) {
        if (!access.mayCreate(who)) {
            throw new NotAllowed();
        }
    }

    @GetMapping("/programs/{id}/clone")
    String copy(Actor who, @PathVariable long id, Model model) {
        var program = programs.require(who, id, Act.MANAGE);
        model.addAttribute("form", ProgramForm.cloneOf(program, pages.nameOfClone(program)));
        return pages.form(model, Kind.CLONE, program);
    }

    @PostMapping("/programs/{id}/clone")
    Object makeClone(
            Actor who,
            @PathVariable long id,
            @ModelAttribute("form") ProgramForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var program = programs.require(who, id, Act.MANAGE);
        var draft = new ProgramDraft(form, errors);
        var plan = draft.plan();
        if (plan.isEmpty()) {
            return pages.again(model, Kind.CLONE, program, draft, response);
        }
        return made(programs.cloneOf(who, id, plan.get()), next);
    }

    private static View made(Program program, RedirectAttributes next) {
        Flash.success(next, "program.created", program.name());
        return Back.to(ProgramPages.address(program));
    }
}
