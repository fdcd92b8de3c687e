package rollcall.desk;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Whether all is well in the database, for administrators. */
@Controller
@RequestMapping(ChecksController.ADDRESS)
class ChecksController {

    static final String ADDRESS = "/admin/checks";

    private final Checks checks;

    ChecksController(Checks checks) {
        this.checks = checks;
    }

    @GetMapping
    String page(Model model) {
        fill(model);
        return "desk/checks";
    }

    @HxRequest
    @GetMapping
    String part(Model model) {
        fill(model);
        return "desk/checks :: checks";
    }

    private void fill(Model model) {
        model.addAttribute("underWay", checks.underWay().orElse(null));
        model.addAttribute("report", checks.last().orElse(null));
    }

    @PostMapping
    View start(Actor who, RedirectAttributes next) {
        if (checks.start(who)) {
            Flash.success(next, "desk.checks.started");
        } else {
            Flash.problem(next, "desk.checks.underway");
        }
        return Back.to(ADDRESS);
    }
}
