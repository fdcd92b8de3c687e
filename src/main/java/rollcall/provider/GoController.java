package rollcall.provider;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import rollcall.member.PersonalLinks;
import rollcall.program.Programs;

/** Leads a member to the webinar by their own link. Public; changes nothing, since mail scanners follow links too. */
@Controller
class GoController {

    private final PersonalLinks links;
    private final Programs programs;
    private final WaysIn waysIn;

    GoController(PersonalLinks links, Programs programs, WaysIn waysIn) {
        this.links = links;
        this.programs = programs;
        this.waysIn = waysIn;
    }

    @GetMapping("/go/{link}")
    Object go(@PathVariable String link, Model model, HttpServletResponse response) {
        var holder = links.holder(link);
        if (holder.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return page(model, "nowhere");
        }
        var program = programs.get(holder.get().programId());
        model.addAttribute("program", program);
        return switch (waysIn.of(holder.get(), program)) {
            case WayIn.Enter(var address) -> to(address.toString());
            case WayIn.TooEarly() -> again(model, response, "early");
            case WayIn.NotReady() -> again(model, response, "soon");
            case WayIn.NotRegistered() -> page(model, "closed");
        };
    }

    /** The page looks again by itself once a minute. */
    private static String again(Model model, HttpServletResponse response, String state) {
        response.setHeader("Refresh", "60");
        return page(model, state);
    }

    private static String page(Model model, String state) {
        model.addAttribute("state", state);
        return "provider/go";
    }

    private static View to(String address) {
        var view = new RedirectView(address, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return view;
    }
}
