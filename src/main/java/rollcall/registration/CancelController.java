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
import rollcall.member.Members;
import rollcall.program.Programs;
import rollcall.registration.StatusPages.Visit;
import rollcall.web.Back;

/** Asks members whether they mean it, and takes them out. Mail scanners follow links, so following one cancels nothing. */
@Controller
@RequestMapping("/s/{own}/cancel")
class CancelController {

    private final StatusPages pages;
    private final StatusViews views;
    private final Cancellations cancellations;
    private final Programs programs;
    private final Members members;

    CancelController(
            StatusPages pages, StatusViews views, Cancellations cancellations, Programs programs, Members members) {
        this.pages = pages;
        this.views = views;
        this.cancellations = cancellations;
        this.programs = programs;
        this.members = members;
    }

    /** Whoever has nothing to cancel is told where they stand instead. */
    @GetMapping
    Object page(@PathVariable String own, Model model, HttpServletRequest request, HttpServletResponse response) {
        var visit = pages.visit(own, request, response);
        if (visit.isEmpty()) {
            return pages.nobody(model, response);
        }
        if (!views.of(visit.get().holder()).mayCancel()) {
            return Back.to(visit.get().address());
        }
        model.addAttribute("expected", standing(visit.get()));
        return pages.fill(visit.get(), model, "registration/cancel");
    }

    @PostMapping
    Object cancel(
            @PathVariable String own,
            @RequestParam(defaultValue = "") String expected,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visit = pages.visit(own, request, response);
        if (visit.isEmpty()) {
            return pages.nobody(model, response);
        }
        if (!views.of(visit.get().holder()).mayCancel()) {
            return Back.to(visit.get().address());
        }
        if (cancellations.cancel(visit.get().holder(), expected.isEmpty() ? standing(visit.get()) : expected)) {
            return Back.to(visit.get().address() + "?done=cancelled");
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("meanwhile", true);
        return pages.status(visit.get(), "", model);
    }

    private String standing(Visit visit) {
        var holder = visit.holder();
        return members.require(programs.get(holder.programId()), holder.memberId())
                .status()
                .key();
    }
}
