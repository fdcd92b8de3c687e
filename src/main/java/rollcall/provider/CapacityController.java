package rollcall.provider;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramNav;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.program.SeatsTaken;
import rollcall.program.StaleProgram;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Letting no more people in than fit in at the provider: shown first, with what it comes to for those who are in. */
@Controller
@RequestMapping("/programs/{programId}/provider/capacity")
class CapacityController {

    private final Programs programs;
    private final ToldEvents toldEvents;
    private final SeatsTaken seats;

    CapacityController(Programs programs, ToldEvents toldEvents, SeatsTaken seats) {
        this.programs = programs;
        this.toldEvents = toldEvents;
        this.seats = seats;
    }

    @GetMapping
    Object look(Actor who, @PathVariable long programId, Model model, RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var there = toldEvents.capacityToTakeOver(program);
        return there == null ? nothingToTakeOver(programId, next) : page(model, program, there, false);
    }

    /**
     * @param seen how many seats there were when the manager looked
     * @param version of the program, at that time
     */
    @PostMapping
    Object takeOver(
            Actor who,
            @PathVariable long programId,
            @RequestParam(name = "capacity", defaultValue = "0") int seen,
            @RequestParam(defaultValue = "-1") int version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        var there = toldEvents.capacityToTakeOver(program);
        if (there == null) {
            return nothingToTakeOver(programId, next);
        }
        if (there != seen) {
            return changed(model, program, there, response);
        }
        try {
            programs.edit(who, programId, version, ProgramPlan.of(program).seating(there));
        } catch (StaleProgram stale) {
            return changed(model, stale.current(), there, response);
        }
        Flash.success(next, "provider.capacity.taken-over", there);
        return Back.to("/programs/%d/provider".formatted(programId));
    }

    private static View nothingToTakeOver(long programId, RedirectAttributes next) {
        Flash.success(next, "provider.capacity.fits");
        return Back.to("/programs/%d/provider".formatted(programId));
    }

    private String changed(Model model, Program program, int there, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(model, program, there, true);
    }

    private String page(Model model, Program program, int there, boolean changed) {
        var taken = seats.of(program);
        model.addAttribute("program", program);
        model.addAttribute("there", there);
        model.addAttribute("taken", taken);
        model.addAttribute("over", Math.max(0, taken - there));
        model.addAttribute("changed", changed);
        model.addAttribute("crumbs", ProgramNav.crumbs(program));
        return "provider/capacity";
    }
}
