package rollcall.program;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
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

/** Changing a program, putting it away and taking it out again. */
@Controller
class ProgramEditController {

    private final Programs programs;
    private final ProgramPages pages;
    private final SeatsTaken seats;

    ProgramEditController(Programs programs, ProgramPages pages, SeatsTaken seats) {
        this.programs = programs;
        this.pages = pages;
        this.seats = seats;
    }

    @GetMapping("/programs/{id}/edit")
    String form(Actor who, @PathVariable long id, Model model) {
        var program = programs.require(who, id, Act.MANAGE);
        model.addAttribute("form", ProgramForm.of(program));
        return pages.form(model, Kind.EDIT, program);
    }

    @PostMapping("/programs/{id}")
    Object store(
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
        plan.ifPresent(one -> checkSeats(program, one, draft, errors, model));
        if (plan.isEmpty() || errors.hasErrors()) {
            return pages.again(model, Kind.EDIT, program, draft, response);
        }
        return stored(who, id, draft.version(), plan.get(), model, response, next);
    }

    /** Fewer seats than are taken is allowed to somebody who knows it; who leaves the seats as they are is not asked. */
    private void checkSeats(Program program, ProgramPlan plan, ProgramDraft draft, BindingResult errors, Model model) {
        var taken = seats.of(program);
        var over = plan.capacity() != null
                && plan.capacity() < taken
                && (program.capacity() == null || plan.capacity() < program.capacity());
        model.addAttribute("over", over);
        if (over && !draft.lowered()) {
            errors.rejectValue("lowered", "program.capacity.lowered", new Object[] {taken, plan.capacity()}, null);
        }
    }

    private Object stored(
            Actor who,
            long id,
            int version,
            ProgramPlan plan,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            var program = programs.edit(who, id, version, plan);
            Flash.success(next, "program.stored", program.name());
            return Back.to(ProgramPages.address(program));
        } catch (StaleProgram stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return pages.stale(model, stale.current(), plan);
        }
    }

    @PostMapping("/programs/{id}/archive")
    View archive(Actor who, @PathVariable long id, RedirectAttributes next) {
        var program = programs.archive(who, id);
        Flash.success(next, "program.archived", program.name());
        return Back.to(ProgramPages.address(program));
    }

    @PostMapping("/programs/{id}/restore")
    View restore(Actor who, @PathVariable long id, RedirectAttributes next) {
        var program = programs.restore(who, id);
        Flash.success(next, "program.restored", program.name());
        return Back.to(ProgramPages.address(program));
    }
}
