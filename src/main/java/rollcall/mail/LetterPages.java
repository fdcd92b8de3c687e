package rollcall.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.program.Access.Reach;
import rollcall.program.Actor;

/** Fills in the page of letters. */
@Component
class LetterPages {

    static final int PAGE = 50;

    private final LetterRights rights;
    private final LetterList list;
    private final LetterTurns turns;
    private final MailDesk desk;
    private final Clock clock;

    LetterPages(LetterRights rights, LetterList list, LetterTurns turns, MailDesk desk, Clock clock) {
        this.rights = rights;
        this.list = list;
        this.turns = turns;
        this.desk = desk;
        this.clock = clock;
    }

    String fill(Model model, Actor who, LetterFilter filter, @Nullable Long below, @Nullable Long above) {
        var reach = rights.reach(who);
        if (filter.program() != null) {
            rights.require(who, filter.program());
        }
        lines(model, reach, filter, below, above);
        model.addAttribute("filter", filter);
        model.addAttribute("states", LetterState.values());
        model.addAttribute("programs", list.programs(reach));
        var counts = list.counts(reach, filter.program());
        model.addAttribute("counts", counts);
        model.addAttribute("anyFailed", counts.containsKey(LetterState.FAILED));
        model.addAttribute("anyWaiting", counts.containsKey(LetterState.WAITING));
        model.addAttribute("desk", desk.get());
        model.addAttribute("lag", lag().toMinutes());
        model.addAttribute("administers", rights.administers(who));
        return "mail/letters";
    }

    private void lines(Model model, Reach reach, LetterFilter filter, @Nullable Long below, @Nullable Long above) {
        var older = above == null;
        var found = list.page(reach, filter, older ? below : above, older, PAGE + 1);
        var more = found.size() > PAGE;
        var lines = more ? (older ? found.subList(0, PAGE) : found.subList(1, PAGE + 1)) : found;
        model.addAttribute("lines", lines);
        model.addAttribute("newer", newer(filter, lines, older ? below != null : more));
        model.addAttribute("older", older(filter, lines, older ? more : true));
    }

    private static @Nullable String newer(LetterFilter filter, List<LetterLine> lines, boolean any) {
        return any && !lines.isEmpty()
                ? filter.address("above", lines.getFirst().id())
                : null;
    }

    private static @Nullable String older(LetterFilter filter, List<LetterLine> lines, boolean any) {
        return any && !lines.isEmpty() ? filter.address("below", lines.getLast().id()) : null;
    }

    /** How long the letter that has waited longest for its turn has done so. */
    private Duration lag() {
        var now = clock.instant();
        return turns.oldestDue()
                .filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
    }
}
