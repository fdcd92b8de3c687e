package rollcall.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import rollcall.member.PeopleSeen;
import rollcall.member.PersonHistory;
import rollcall.person.People;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.web.Back;

/** One person across all programs. */
@Controller
class PersonController {

    private final PeopleSeen seen;
    private final People people;
    private final PersonHistory history;
    private final PersonPages pages;
    private final Access access;

    PersonController(PeopleSeen seen, People people, PersonHistory history, PersonPages pages, Access access) {
        this.seen = seen;
        this.people = people;
        this.history = history;
        this.pages = pages;
        this.access = access;
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
        model.addAttribute("managed", pages.managed(who, memberships));
        model.addAttribute("mergeable", access.mayEverywhere(who, Act.MANAGE) && !person.erased());
        model.addAttribute("erasable", access.administers(who) && !person.erased());
        return "desk/person";
    }
}
