package rollcall.provider.simulator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All simulated webinars, for administrators. */
@Controller
class SimulatorController {

    static final String ADDRESS = "/admin/simulator";

    private final ControlReads reads;

    SimulatorController(ControlReads reads) {
        this.reads = reads;
    }

    @GetMapping(ADDRESS)
    String list(@RequestParam(required = false) @Nullable Long below, Model model) {
        var page = reads.page(below);
        model.addAttribute("lines", page.lines());
        model.addAttribute("first", below == null ? null : ADDRESS);
        model.addAttribute("next", page.next() == null ? null : ADDRESS + "?below=" + page.next());
        return "provider/simulator/webinars";
    }
}
