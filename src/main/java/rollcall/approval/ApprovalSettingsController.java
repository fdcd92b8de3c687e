package rollcall.approval;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import rollcall.web.Back;
import rollcall.web.Flash;

/** How a program decides: what reasons are offered, and what becomes of those on whom nobody decides. */
@Controller
@RequestMapping("/programs/{programId}/approval")
class ApprovalSettingsController {

    private final Programs programs;
    private final ApprovalSettings settings;

    ApprovalSettingsController(Programs programs, ApprovalSettings settings) {
        this.programs = programs;
        this.settings = settings;
    }

    static String address(Program program) {
        return "/programs/" + program.key() + "/approval";
    }

    @GetMapping
    String show(Actor who, @PathVariable long programId, Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        model.addAttribute("form", SettingsForm.of(settings.of(programId)));
        return page(model, program);
    }

    @PostMapping
    Object store(
            Actor who,
            @PathVariable long programId,
            @Valid @ModelAttribute("form") SettingsForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var program = programs.require(who, programId, Act.MANAGE);
        form.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, program);
        }
        settings.store(who, program, form.setting());
        Flash.success(next, "approval.settings.saved");
        return Back.to(address(program));
    }

    private String page(Model model, Program program) {
        model.addAttribute("program", program);
        model.addAttribute("crumbs", ProgramNav.crumbs(program));
        model.addAttribute("usual", settings.usual());
        return "approval/settings";
    }
}
