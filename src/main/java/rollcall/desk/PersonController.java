package rollcall.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import rollcall.member.PeopleSeen;
import rollcall.member.PersonHistory;
import rollcall.person.People;
import rollcall.program.Actor;
import rollcall.web.Back;

/** One person across all programs. */
@Controller
class PersonController {

    private final PeopleSeen seen;
    private final People people;
    private final PersonHistory history;
    private final PersonPages pages;

    PersonController(PeopleSeen seen, People people, PersonHistory history, PersonPages pages) {
        this.seen = seen;
        this.people = people;
        this.history = history;
        this.pages = pages;
    }

    @GetMapping("/people/{personId}")
    Object page(Actor who, @PathVariable long personId, Model model) {
        var successor = people.successorOf(personId);
        if (successor.isPresent()) {
            return Back.to(
                    PersonPages.addressOf(seen.require(who, successor.get()).id()));
        }
        var person = seen.require(who, personId);
        var memberships = seen.memberships(who, personId);
        pages.fill(model, person);
        model.addAttribute("memberships", memberships);
        model.addAttribute("timeline", history.of(memberships));
        model.addAttribute("editable", pages.editable(who, memberships));
        return "desk/person";
    }
}
