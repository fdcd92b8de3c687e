package rollcall.provider;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;

/** The error desk over all programs that somebody may see. */
@Controller
class AllErrorsController {

    private final AllErrors errors;
    private final Access access;

    AllErrorsController(AllErrors errors, Access access) {
        this.errors = errors;
        this.access = access;
    }

    @GetMapping("/errors")
    String page(Actor who, Model model) {
        var reach = access.reachOf(who);
        model.addAttribute("lines", errors.errors(reach));
        model.addAttribute("retried", errors.retried(reach));
        model.addAttribute("most", AllErrors.MOST);
        model.addAttribute("managed", access.reachOf(who, Act.MANAGE));
        model.addAttribute("requestId", UUID.randomUUID().toString());
        return "provider/all-errors";
    }
}
