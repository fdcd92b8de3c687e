package rollcall.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.program.Programs;
import rollcall.registration.StatusPages.Visit;
import rollcall.web.Back;

/** Tells members where they stand, and lets them confirm what was sent about them. Reading changes nothing. */
@Controller
@RequestMapping("/s/{own}")
class StatusController {

    private final StatusPages pages;
    private final OwnData own;
    private final Programs programs;
    private final Forms forms;

    StatusController(StatusPages pages, OwnData own, Programs programs, Forms forms) {
        this.pages = pages;
        this.own = own;
        this.programs = programs;
        this.forms = forms;
    }

    @GetMapping
    String page(
            @PathVariable String own,
            @RequestParam(defaultValue = "") String done,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.visit(own, request, response)
                .map(visit -> pages.status(visit, done, model))
                .orElseGet(() -> pages.nobody(model, response));
    }

    /** @param revision what the member saw; when something else was sent since, that is shown first */
    @PostMapping("/revision")
    Object decide(
            @PathVariable String own,
            @RequestParam(defaultValue = "0") long revision,
            @RequestParam(defaultValue = "false") boolean confirm,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visit = pages.visit(own, request, response);
        return visit.isEmpty()
                ? pages.nobody(model, response)
                : decided(visit.get(), revision, confirm, model, response);
    }

    private Object decided(Visit visit, long revision, boolean confirm, Model model, HttpServletResponse response) {
        var holder = visit.holder();
        var done = confirm
                ? own.confirm(forms.of(programs.get(holder.programId())), holder, revision)
                : own.discard(holder, revision);
        if (done) {
            return Back.to(visit.address() + (confirm ? "?done=confirmed" : "?done=discarded"));
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("meanwhile", true);
        return pages.status(visit, "", model);
    }
}
