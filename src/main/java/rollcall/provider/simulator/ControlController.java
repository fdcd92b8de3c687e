package rollcall.provider.simulator;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
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
import rollcall.provider.simulator.RegistrantList.Ask;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Where an administrator plays the webinar: begins and ends it, and sets how it behaves. */
@Controller
@RequestMapping(ControlController.ADDRESS + "{webinarId}")
class ControlController {

    static final String ADDRESS = SimulatorController.ADDRESS + "/";

    private final Stage stage;
    private final ControlPages pages;
    private final ControlReads reads;

    ControlController(Stage stage, ControlPages pages, ControlReads reads) {
        this.stage = stage;
        this.pages = pages;
        this.reads = reads;
    }

    static Ask start(long webinarId) {
        return new Ask(webinarId, "", null, null);
    }

    @GetMapping
    String page(
            @PathVariable long webinarId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        return pages.page(model, new Ask(webinarId, q.strip(), after, before));
    }

    @PostMapping("/beginning")
    View begin(@PathVariable long webinarId, RedirectAttributes next) {
        return told(webinarId, next, stage.start(webinarId), "simulator.started", "simulator.started.before");
    }

    @PostMapping("/end")
    View end(@PathVariable long webinarId, RedirectAttributes next) {
        return told(webinarId, next, stage.end(webinarId), "simulator.ended", "simulator.not-live");
    }

    @PostMapping("/settings")
    Object set(
            @PathVariable long webinarId,
            @ModelAttribute("settings") SettingsForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var settings = form.read(errors);
        if (errors.hasErrors()) {
            return pages.wrong(model, start(webinarId), response);
        }
        stage.set(webinarId, settings);
        return told(webinarId, next, true, "simulator.settings.stored", "");
    }

    /** Takes away what a removed program has left. */
    @PostMapping("/removal")
    View remove(@PathVariable long webinarId, RedirectAttributes next) {
        if (!reads.get(webinarId).orphan()) {
            return told(webinarId, next, false, "", "simulator.removal.no");
        }
        stage.remove(webinarId);
        Flash.success(next, "simulator.removed");
        return Back.to(SimulatorController.ADDRESS);
    }

    private static View told(long webinarId, RedirectAttributes next, boolean done, String success, String problem) {
        if (done) {
            Flash.success(next, success);
        } else {
            Flash.problem(next, problem);
        }
        return Back.to(ADDRESS + webinarId);
    }
}
