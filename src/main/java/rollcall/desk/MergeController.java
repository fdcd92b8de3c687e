package rollcall.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.member.Overlaps;
import rollcall.member.OwnReason;
import rollcall.member.PeopleSeen;
import rollcall.person.Person;
import rollcall.person.StalePerson;
import rollcall.program.Actor;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Makes one person of two records: find the other one, compare, decide field by field. */
@Controller
@RequestMapping("/people/{personId}/merges")
class MergeController {

    private final PeopleSeen seen;
    private final PersonMerges merges;
    private final Overlaps overlaps;
    private final PersonPages pages;

    MergeController(PeopleSeen seen, PersonMerges merges, Overlaps overlaps, PersonPages pages) {
        this.seen = seen;
        this.merges = merges;
        this.overlaps = overlaps;
        this.pages = pages;
    }

    @GetMapping("/new")
    String form(
            Actor who,
            @PathVariable long personId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long other,
            Model model) {
        var person = require(who, personId);
        return other == null
                ? find(who, person, PeopleController.checked(q), model)
                : compare(who, person, other, model);
    }

    private Person require(Actor who, long personId) {
        var person = seen.require(who, personId);
        merges.requireRight(who);
        return open(person);
    }

    /** Nothing can be joined to a pseudonym. */
    private static Person open(Person person) {
        if (person.erased()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return person;
    }

    private String find(Actor who, Person person, String q, Model model) {
        pages.fillBehind(model, person);
        model.addAttribute("q", q);
        model.addAttribute(
                "people",
                q.isEmpty()
                        ? null
                        : seen.page(who, q, null, null).lines().stream()
                                .filter(one -> one.id() != person.id())
                                .toList());
        return "desk/merge-find";
    }

    private String compare(Actor who, Person person, long otherId, Model model) {
        var other = other(who, person, otherId);
        var both = overlaps.of(other.id(), person.id());
        var shared = both.stream().map(one -> one.kept().programId()).collect(Collectors.toSet());
        pages.fillBehind(model, person);
        model.addAttribute("other", other);
        model.addAttribute("overlaps", both);
        model.addAttribute(
                "coming",
                seen.memberships(who, other.id()).stream()
                        .filter(one -> one.closed() == null && !shared.contains(one.programId()))
                        .toList());
        return "desk/merge";
    }

    private Person other(Actor who, Person person, long otherId) {
        if (otherId == person.id()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return open(seen.require(who, otherId));
    }

    @PostMapping
    Object merge(
            Actor who,
            @PathVariable long personId,
            @RequestParam(defaultValue = "0") long other,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var person = require(who, personId);
        if (merges.done(other, personId)) {
            return Back.to(PersonPages.addressOf(personId));
        }
        var from = other(who, person, other);
        try {
            var choice = new MergeChoice(form);
            merges.merge(
                    who,
                    choice.seenFrom(from),
                    choice.seenInto(person),
                    choice.details(from, person),
                    OwnReason.MERGED.stored());
        } catch (StalePerson stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Flash.problem(model, "desk.merge.stale");
            return compare(who, require(who, personId), other, model);
        }
        Flash.success(next, "desk.merge.done", person.label());
        return Back.to(PersonPages.addressOf(personId));
    }
}
