package rollcall.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.PageLocale;

/** What is behind an address of a public page: the page, the way to where it is now, or nothing. */
@Component
class Doors {

    private final RegistrationPages pages;
    private final Programs programs;

    Doors(RegistrationPages pages, Programs programs) {
        this.pages = pages;
        this.programs = programs;
    }

    /**
     * @param below what comes behind the page's address; empty for the page itself
     * @param then answers for a page that everybody may see
     */
    Object enter(
            String slug,
            String below,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            BiFunction<RegistrationPage, Program, Object> then) {
        speak(request, model);
        var page = pages.at(slug).filter(RegistrationPage::published);
        if (page.isEmpty()) {
            return elsewhere(slug, below, model, request, response);
        }
        var program = programs.get(page.get().programId());
        if (program.archived()) {
            return nothing(model, response);
        }
        FramePolicy.set(response, page.get().embedders());
        return then.apply(page.get(), program);
    }

    private Object elsewhere(
            String slug, String below, Model model, HttpServletRequest request, HttpServletResponse response) {
        var moved = pages.formerlyAt(slug).filter(RegistrationPage::published);
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return moved.<Object>map(page -> Back.to(page.path() + below + query))
                .orElseGet(() -> nothing(model, response));
    }

    private static String nothing(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        FramePolicy.set(response, List.of());
        model.addAttribute("languages", true);
        return "registration/nowhere";
    }

    /** As the address says, or else as the browser does. */
    static void speak(HttpServletRequest request, Model model) {
        var language = request.getParameter("lang");
        if (language != null && language.matches("[a-z]{2}")) {
            PageLocale.set(request, language);
            model.addAttribute("lang", language);
        }
    }
}
