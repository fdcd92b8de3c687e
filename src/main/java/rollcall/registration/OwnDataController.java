package rollcall.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.person.StalePerson;
import rollcall.program.Programs;
import rollcall.registration.StatusPages.Visit;
import rollcall.web.Back;

/** Lets members correct what they told, by their link. */
@Controller
@RequestMapping("/s/{own}/details")
class OwnDataController {

    private final StatusPages pages;
    private final OwnData own;
    private final Programs programs;
    private final Forms forms;

    OwnDataController(StatusPages pages, OwnData own, Programs programs, Forms forms) {
        this.pages = pages;
        this.own = own;
        this.programs = programs;
        this.forms = forms;
    }

    @GetMapping
    String page(
            @PathVariable("own") String token, Model model, HttpServletRequest request, HttpServletResponse response) {
        return pages.visit(token, request, response)
                .map(visit ->
                        page(visit, own.stored(formOf(visit), visit.holder(), visit.person()), visit.version(), model))
                .orElseGet(() -> pages.nobody(model, response));
    }

    @PostMapping
    Object correct(
            @PathVariable("own") String token,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visit = pages.visit(token, request, response);
        return visit.isEmpty()
                ? pages.nobody(model, response)
                : correct(visit.get(), version, formOf(visit.get()).read(sent), model, response);
    }

    private Object correct(Visit visit, int version, Filled filled, Model model, HttpServletResponse response) {
        if (!filled.ok()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(visit, filled, version, model);
        }
        try {
            own.correct(visit.holder(), version, filled);
            return Back.to(visit.address() + "?done=corrected");
        } catch (StalePerson stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("meanwhile", true);
            return page(visit, filled, stale.current().version(), model);
        }
    }

    /** Without the address: by it the person is known, and only staff can change it. */
    private Form formOf(Visit visit) {
        return forms.of(programs.get(visit.holder().programId())).without(FieldKind.EMAIL);
    }

    private String page(Visit visit, Filled filled, int version, Model model) {
        model.addAttribute("filled", filled);
        model.addAttribute("version", version);
        return pages.fill(visit, model, "registration/details");
    }
}
