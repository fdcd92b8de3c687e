package rollcall.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.member.PeopleSeen;
import rollcall.person.Person;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;
import rollcall.web.Text;

/** Erases a person, after a look at what goes and what stays, and once the address was typed. */
@Controller
@RequestMapping("/people/{personId}/erasure")
class ErasureController {

    private final PeopleSeen seen;
    private final PersonErasures erasures;
    private final PersonPages pages;

    ErasureController(PeopleSeen seen, PersonErasures erasures, PersonPages pages) {
        this.seen = seen;
        this.erasures = erasures;
        this.pages = pages;
    }

    /** @param email typed to confirm; null when nothing was sent */
    record ErasureForm(@Nullable String email) {

        boolean names(Person person) {
            return email != null && Text.folded(email).equals(Text.folded(person.email()));
        }
    }

    @GetMapping
    Object form(Actor who, @PathVariable long personId, Model model) {
        var person = require(who, personId);
        if (person.erased()) {
            return Back.to(PersonPages.addressOf(personId));
        }
        model.addAttribute("form", new ErasureForm(""));
        return page(who, person, model);
    }

    private Person require(Actor who, long personId) {
        var person = seen.require(who, personId);
        erasures.requireRight(who);
        return person;
    }

    private String page(Actor who, Person person, Model model) {
        pages.fillBehind(model, person);
        model.addAttribute("memberships", seen.memberships(who, person.id()));
        return "desk/erasure";
    }

    @PostMapping
    Object erase(
            Actor who,
            @PathVariable long personId,
            @ModelAttribute("form") ErasureForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var person = require(who, personId);
        if (person.erased()) {
            return Back.to(PersonPages.addressOf(personId));
        }
        if (!form.names(person)) {
            errors.rejectValue("email", "desk.erase.email.wrong");
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(who, person, model);
        }
        erasures.erase(who, personId, pages.text("desk.erase.word"));
        Flash.success(next, "desk.erase.done");
        return Back.to(PersonPages.addressOf(personId));
    }
}
