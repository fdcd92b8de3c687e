package rollcall.approval;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;

/** Who waits for a decision: all of them, and one at a time. */
@Controller
@RequestMapping("/approvals")
class InboxController {

    static final String LATER = "later";

    private final InboxPages inbox;
    private final DecisionPages persons;
    private final Decisions decisions;
    private final Programs programs;

    InboxController(InboxPages inbox, DecisionPages persons, Decisions decisions, Programs programs) {
        this.inbox = inbox;
        this.persons = persons;
        this.decisions = decisions;
        this.programs = programs;
    }

    /** @param after the key of the last one on the page before; null for the first page */
    @GetMapping
    String list(
            Actor who,
            @RequestParam(required = false) @Nullable Long program,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        return inbox.list(model, who, new InboxFilter(program, show.equals(LATER)), InboxKey.parse(after));
    }

    /** @param program the one that the inbox was narrowed to, for the way on and back */
    @GetMapping("/{memberId}")
    String person(
            Actor who,
            @PathVariable long memberId,
            @RequestParam(required = false) @Nullable Long program,
            @RequestParam(defaultValue = "") String show,
            Model model) {
        var in = programs.require(who, decisions.programOf(memberId), Act.APPROVE);
        return persons.show(model, who, in, memberId, new InboxFilter(program, show.equals(LATER)));
    }
}
