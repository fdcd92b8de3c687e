package rollcall.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.member.StatusLinks;
import rollcall.member.StatusLinks.Holder;
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.web.PageLocale;

/**
 * What the pages behind a member's link have in common: their address is the right to see them, so it goes to no other
 * site, no search engine and no cache. There is no session; what was just done stands in the address.
 */
@Component
class StatusPages {

    private static final Set<String> SPOKEN = Set.of("en", "sv");
    private static final Set<String> DONE = Set.of("corrected", "confirmed", "discarded", "cancelled");

    private final StatusLinks links;
    private final People people;
    private final StatusViews views;

    StatusPages(StatusLinks links, People people, StatusViews views) {
        this.links = links;
        this.people = people;
        this.views = views;
    }

    /** Whose link that is. The page is in their language, unless its address asks for another one. */
    Optional<Visit> visit(String token, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var asked = Objects.requireNonNullElse(request.getParameter("lang"), "");
        PageLocale.set(request, asked);
        return links.holder(token)
                .flatMap(holder -> people.find(holder.personId())
                        .filter(person -> !person.erased())
                        .map(person -> {
                            if (!SPOKEN.contains(asked)) {
                                PageLocale.set(request, person.details().language());
                            }
                            return new Visit(token, holder, person);
                        }));
    }

    /** Somebody who followed their link. */
    record Visit(String token, Holder holder, Person person) {

        /** Of the person; counts the edits. */
        int version() {
            return person.version();
        }

        String address() {
            return "/s/" + token;
        }
    }

    String status(Visit visit, String done, Model model) {
        model.addAttribute("done", DONE.contains(done) ? done : null);
        return fill(visit, model, "registration/status");
    }

    String fill(Visit visit, Model model, String page) {
        model.addAttribute("address", visit.address());
        model.addAttribute("person", visit.person());
        model.addAttribute("view", views.of(visit.holder()));
        model.addAttribute("languages", true);
        return page;
    }

    /** As a link that was made up, one that tells of somebody who is erased. */
    String nobody(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("languages", true);
        return "registration/nobody";
    }
}
