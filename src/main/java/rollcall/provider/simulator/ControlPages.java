package rollcall.provider.simulator;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.provider.simulator.RegistrantList.Ask;
import rollcall.web.Crumb;
import rollcall.web.Flash;

/** Fills the control page of one simulated webinar. */
@Component
class ControlPages {

    static final String PAGE = "provider/simulator/control";

    private static final int STRANGERS = 20;

    private final ControlReads reads;
    private final RegistrantList registrants;
    private final SimulatedAttendance attendance;
    private final MessageSource messages;

    ControlPages(
            ControlReads reads, RegistrantList registrants, SimulatedAttendance attendance, MessageSource messages) {
        this.reads = reads;
        this.registrants = registrants;
        this.attendance = attendance;
        this.messages = messages;
    }

    String page(Model model, Ask ask) {
        var line = reads.get(ask.webinarId());
        model.addAttribute("line", line);
        model.addAttribute("webinar", line.webinar());
        model.addAttribute("ask", ask);
        model.addAttribute("part", registrants.part(ask));
        model.addAttribute("strangers", attendance.strangers(ask.webinarId(), STRANGERS));
        model.addAttribute("tags", Tag.values());
        model.addAttribute("crumbs", crumbs());
        if (!model.containsAttribute("settings")) {
            model.addAttribute("settings", SettingsForm.of(line.webinar().settings()));
        }
        if (!model.containsAttribute("stranger")) {
            model.addAttribute("stranger", StrangerForm.blank());
        }
        return PAGE;
    }

    private List<Crumb> crumbs() {
        var all = messages.getMessage("simulator.title", null, LocaleContextHolder.getLocale());
        return List.of(new Crumb(all, SimulatorController.ADDRESS));
    }

    /** The page again, with what was typed and what is wrong with it. */
    String wrong(Model model, Ask ask, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model, ask);
    }

    /** The page as it is now, with why what was asked cannot be. */
    String refused(Model model, Ask ask, HttpServletResponse response, String message, Object... arguments) {
        response.setStatus(HttpStatus.CONFLICT.value());
        Flash.problem(model, message, arguments);
        return page(model, ask);
    }
}
