package rollcall.waitlist;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.Flash;

/** How a program's waitlist is dealt with. */
@Controller
@RequestMapping("/programs/{programId}/waitlist/settings")
class SettingController {

    private final Programs programs;
    private final SettingRows settings;
    private final WaitlistDeeds deeds;
    private final WaitlistCrumbs crumbs;
    private final MessageSource messages;

    SettingController(
            Programs programs,
            SettingRows settings,
            WaitlistDeeds deeds,
            WaitlistCrumbs crumbs,
            MessageSource messages) {
        this.programs = programs;
        this.settings = settings;
        this.deeds = deeds;
        this.crumbs = crumbs;
        this.messages = messages;
    }

    @GetMapping
    String page(Actor who, @PathVariable long programId, Model model) {
        var program = programs.require(who, programId, Act.MANAGE);
        model.addAttribute("form", SettingForm.of(settings.of(programId)));
        return page(model, program);
    }

    @PostMapping
    Object save(
            Actor who,
            @PathVariable long programId,
            @ModelAttribute("form") SettingForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var program = programs.require(who, programId, Act.MANAGE);
        var setting = form.setting(settings.of(programId), errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model, program);
        }
        deeds.store(who, program, setting);
        Flash.success(next, "waitlist.settings.saved");
        return Back.to(WaitlistController.address(programId));
    }

    private String page(Model model, Program program) {
        model.addAttribute("program", program);
        model.addAttribute("modes", modes());
        model.addAttribute("days", days());
        model.addAttribute("crumbs", crumbs.of(program));
        return "waitlist/settings";
    }

    private Map<String, String> modes() {
        var names = new LinkedHashMap<String, String>();
        for (var mode : Mode.values()) {
            names.put(mode.name(), messages.getMessage("waitlist.mode." + mode, null, LocaleContextHolder.getLocale()));
        }
        return names;
    }

    private static Map<String, String> days() {
        var names = new LinkedHashMap<String, String>();
        for (var day : DayOfWeek.values()) {
            names.put(day.name(), day.getDisplayName(TextStyle.FULL_STANDALONE, LocaleContextHolder.getLocale()));
        }
        return names;
    }
}
