package rollcall.approval;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.member.BroughtAlong;
import rollcall.program.Actor;
import rollcall.program.NotAllowed;

/** Fills in the inbox. */
@Component
class InboxPages {

    /** How many stand on a page. */
    static final int PAGE = 50;

    private final Inbox inbox;
    private final Situations situations;
    private final BroughtAlong brought;
    private final Elsewhere elsewhere;
    private final Clock clock;

    InboxPages(Inbox inbox, Situations situations, BroughtAlong brought, Elsewhere elsewhere, Clock clock) {
        this.inbox = inbox;
        this.situations = situations;
        this.brought = brought;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    /** @throws NotAllowed for somebody who may approve in no program */
    String list(Model model, Actor who, InboxFilter filter, @Nullable InboxKey after) {
        var reach = inbox.reachOf(who);
        if (Inbox.nowhere(reach)) {
            throw new NotAllowed();
        }
        var read = inbox.page(reach, filter, after, PAGE + 1);
        var lines = read.subList(0, Math.min(PAGE, read.size()));
        fill(model, who, lines);
        counts(model, inbox.byProgram(reach), filter);
        model.addAttribute("filter", filter);
        model.addAttribute("first", after == null ? null : filter.address());
        model.addAttribute("next", read.size() > PAGE ? filter.after(InboxKey.of(lines.getLast())) : null);
        return "approval/inbox";
    }

    private void fill(Model model, Actor who, List<Waiter> lines) {
        model.addAttribute("lines", lines);
        model.addAttribute("now", clock.instant());
        model.addAttribute("who", who);
        model.addAttribute(
                "programs",
                situations.of(lines.stream().map(Waiter::programId).distinct().toList()));
        model.addAttribute(
                "brought", brought.of(lines.stream().map(Waiter::memberId).toList()));
        model.addAttribute("elsewhere", elsewhere.of(who, lines));
        model.addAttribute("requestId", UUID.randomUUID().toString());
    }

    private static void counts(Model model, List<Inbox.InProgram> programs, InboxFilter filter) {
        var meant = programs.stream()
                .filter(one -> filter.program() == null || filter.program() == one.id())
                .toList();
        model.addAttribute("choices", programs);
        model.addAttribute(
                "waiting", meant.stream().mapToLong(Inbox.InProgram::waiting).sum());
        model.addAttribute(
                "later", meant.stream().mapToLong(Inbox.InProgram::later).sum());
    }
}
