package rollcall.provider.simulator;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.provider.AttendanceKind;
import rollcall.web.Back;
import rollcall.web.Flash;

/**
 * What a registrant finds behind the join link. It is open to whoever has the link, keeps no session and sets no cookie;
 * so it says what it has to say at once instead of on the next page. Looking at it changes nothing: mail scanners do.
 */
@Controller
@RequestMapping(JoinController.ADDRESS + "{token}")
class JoinController {

    static final String ADDRESS = "/simulated/";

    private final Visits visits;

    JoinController(Visits visits) {
        this.visits = visits;
    }

    @GetMapping
    String page(@PathVariable String token, HttpServletResponse response, Model model) {
        // The frame leaves out what needs a session.
        model.addAttribute("offline", true);
        var view = visits.view(token);
        if (view.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "provider/simulator/void";
        }
        model.addAttribute("view", view.get());
        return "provider/simulator/join";
    }

    @PostMapping("/visits")
    Object enter(
            @PathVariable String token, @RequestParam AttendanceKind kind, HttpServletResponse response, Model model) {
        if (visits.enter(token, kind)) {
            return Back.to(ADDRESS + token);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        Flash.problem(model, "simulator.join.no");
        return page(token, response, model);
    }

    @PostMapping("/departures")
    Object leave(@PathVariable String token, HttpServletResponse response, Model model) {
        return visits.leave(token) ? Back.to(ADDRESS + token) : page(token, response, model);
    }
}
