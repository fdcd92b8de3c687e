package rollcall.waitlist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import rollcall.member.OfferLinks;
import rollcall.member.OfferLinks.Holder;
import rollcall.member.Seating;
import rollcall.member.StatusLinks;
import rollcall.person.People;
import rollcall.program.Programs;
import rollcall.web.Back;
import rollcall.web.PageLocale;

/**
 * Where somebody who waited takes the seat that is held for them, or declines it. Public, and without a session: the address
 * is the right. Reading changes nothing, since mail scanners follow links too.
 */
@Controller
@RequestMapping("/o/{offer}")
class OfferController {

    private static final String LANGUAGE = "en|sv";

    private final OfferLinks links;
    private final StatusLinks statusLinks;
    private final OfferAnswers answers;
    private final Seating seating;
    private final Programs programs;
    private final People people;

    OfferController(
            OfferLinks links,
            StatusLinks statusLinks,
            OfferAnswers answers,
            Seating seating,
            Programs programs,
            People people) {
        this.links = links;
        this.statusLinks = statusLinks;
        this.answers = answers;
        this.seating = seating;
        this.programs = programs;
        this.people = people;
    }

    @GetMapping
    String page(@PathVariable String offer, Model model, HttpServletRequest request, HttpServletResponse response) {
        var holder = links.holder(offer);
        var state = holder.flatMap(answers::look);
        speak(holder, request, model);
        if (holder.isEmpty() || state.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("state", "NOWHERE");
            return "waitlist/offer";
        }
        show(holder.get(), offer, state.get(), model);
        return "waitlist/offer";
    }

    /** As the address says, else as the person is written to, else as the browser asks for. */
    private void speak(Optional<Holder> holder, HttpServletRequest request, Model model) {
        var asked = request.getParameter("lang");
        if (asked != null && asked.matches(LANGUAGE)) {
            PageLocale.set(request, asked);
            model.addAttribute("lang", asked);
        } else {
            holder.flatMap(one -> people.find(one.personId()))
                    .ifPresent(
                            person -> PageLocale.set(request, person.details().language()));
        }
        model.addAttribute("languages", true);
    }

    private void show(Holder holder, String offer, OfferState state, Model model) {
        var place = seating.placeOf(holder.programId(), holder.memberId());
        model.addAttribute("state", state.name());
        model.addAttribute("offer", offer);
        model.addAttribute("until", holder.until());
        model.addAttribute("program", programs.get(holder.programId()));
        model.addAttribute("place", place.isPresent() ? place.getAsLong() : null);
        model.addAttribute("statusLink", statusLinks.of(holder.memberId()));
    }

    @PostMapping("/acceptance")
    View accept(@PathVariable String offer, @RequestParam(defaultValue = "") String lang) {
        var holder = links.holder(offer);
        holder.ifPresent(answers::accept);
        return back(offer, holder, lang);
    }

    /** @param stays whether they wait on, behind all others */
    @PostMapping("/refusal")
    View decline(
            @PathVariable String offer,
            @RequestParam(defaultValue = "true") boolean stays,
            @RequestParam(defaultValue = "") String lang) {
        var holder = links.holder(offer);
        holder.ifPresent(one -> answers.decline(one, stays));
        return back(offer, holder, lang);
    }

    /** A made-up link is not repeated in the answer. */
    private static View back(String offer, Optional<Holder> holder, String lang) {
        return Back.to("/o/" + (holder.isEmpty() ? "-" : offer) + (lang.matches(LANGUAGE) ? "?lang=" + lang : ""));
    }
}
