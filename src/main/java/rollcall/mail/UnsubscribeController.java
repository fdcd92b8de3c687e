package rollcall.mail;

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
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.web.PageLocale;

/**
 * Where somebody says that they want no more of what advertises. Public, and without a session: the address is the right.
 * Reading changes nothing, since mail scanners follow links too. Posting does, whether by the page's form or, with one
 * click and without a page, by a mail program (RFC 8058, which asks that the answer lead nowhere else).
 */
@Controller
@RequestMapping("/u/{signed}")
class UnsubscribeController {

    private final UnsubscribeLinks links;
    private final People people;
    private final Suppressions suppressions;

    UnsubscribeController(UnsubscribeLinks links, People people, Suppressions suppressions) {
        this.links = links;
        this.people = people;
        this.suppressions = suppressions;
    }

    @GetMapping
    String page(@PathVariable String signed, Model model, HttpServletRequest request, HttpServletResponse response) {
        var person = holder(signed);
        return person.isEmpty()
                ? nobody(model, response)
                : page(person.get(), suppressions.unsubscribed(person.get()) ? "off" : "on", signed, model, request);
    }

    @PostMapping
    String unsubscribe(
            @PathVariable String signed, Model model, HttpServletRequest request, HttpServletResponse response) {
        var person = holder(signed);
        if (person.isEmpty()) {
            return nobody(model, response);
        }
        suppressions.unsubscribe(person.get());
        return page(person.get(), "off", signed, model, request);
    }

    @PostMapping("/subscription")
    String subscribe(
            @PathVariable String signed, Model model, HttpServletRequest request, HttpServletResponse response) {
        var person = holder(signed);
        if (person.isEmpty()) {
            return nobody(model, response);
        }
        suppressions.subscribeAgain(person.get());
        return page(person.get(), "again", signed, model, request);
    }

    /** Of somebody who was merged, the person that they became part of. */
    private Optional<Person> holder(String signed) {
        var id = links.person(signed);
        return id.isEmpty()
                ? Optional.empty()
                : people.find(people.successorOf(id.getAsLong()).orElse(id.getAsLong()))
                        .filter(one -> !one.erased());
    }

    private static String page(Person person, String state, String signed, Model model, HttpServletRequest request) {
        PageLocale.set(request, person.details().language());
        model.addAttribute("state", state);
        model.addAttribute("address", masked(person.email()));
        model.addAttribute("signed", signed);
        return "mail/unsubscribe";
    }

    private static String nobody(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("state", "nobody");
        return "mail/unsubscribe";
    }

    /** Enough that its owner knows it, and nobody else who holds the link. */
    static String masked(String address) {
        var first = address.codePointAt(0);
        return Character.toString(first) + "***" + address.substring(address.lastIndexOf('@'));
    }
}
