package rollcall.member;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.job.Jobs;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/** Fills in the page that shows what a bulk change would come to, and decides whether it may be confirmed from there. */
@Component
class BulkPages {

    /** Above so many members, taking them out of the program is confirmed by typing their number. */
    static final long TYPED_ABOVE = 100;

    private static final String PAGE = "member/bulk";

    private final BulkChanges changes;
    private final Selections selections;
    private final ChangeSets changeSets;
    private final Jobs jobs;
    private final Programs programs;
    private final Crumbs crumbs;

    BulkPages(
            BulkChanges changes,
            Selections selections,
            ChangeSets changeSets,
            Jobs jobs,
            Programs programs,
            Crumbs crumbs) {
        this.changes = changes;
        this.selections = selections;
        this.changeSets = changeSets;
        this.jobs = jobs;
        this.programs = programs;
        this.crumbs = crumbs;
    }

    /** Why a confirmation does not hold, as the key of a message. */
    record Objection(String message, List<Object> arguments) {}

    String incomplete(Model model, Program program, BulkForm form, String problem) {
        fill(model, program, form);
        model.addAttribute("objection", new Objection(problem, List.of()));
        return PAGE;
    }

    String preview(Model model, Actor who, Program program, BulkForm form, @Nullable Objection objection) {
        var preview = changes.preview(program, form.request(who, program), form.selection(program));
        fill(model, program, form);
        model.addAttribute("objection", objection);
        model.addAttribute("preview", preview);
        model.addAttribute("typing", wantsTyping(preview.to(), preview.selected()));
        model.addAttribute("requestId", UUID.randomUUID().toString());
        return PAGE;
    }

    private void fill(Model model, Program program, BulkForm form) {
        model.addAttribute("crumbs", crumbs.toMembers(program));
        model.addAttribute("program", program);
        model.addAttribute("form", form);
        model.addAttribute("statuses", offered(program));
        model.addAttribute("back", MemberListAddress.of(program.key(), form.filter(), null).here());
    }

    private List<Status> offered(Program program) {
        return programs.channelOf(program).statuses().stream()
                .filter(status -> !status.hidden())
                .toList();
    }

    /**
     * What keeps a previewed change from being made: other members are meant by now, or the number was not typed. A
     * repeated request is never objected to: it answers what the first one came to.
     */
    @Nullable
    Objection objection(Actor who, Program program, BulkForm form) {
        var previewed = form.previewed();
        if (previewed == null) {
            return null;
        }
        var to = programs.channelOf(program).status(form.status());
        if (wantsTyping(to, previewed) && !previewed.equals(form.typed())) {
            return new Objection("member.bulk.type-the-number", List.of(previewed));
        }
        var now = selections.count(program, form.selection(program));
        return now == previewed || answeredAlready(who, program, form)
                ? null
                : new Objection("member.bulk.number-changed", List.of(previewed, now));
    }

    /** Asked after the count: a repeat that sees the first one's changes also sees that it was answered. */
    private boolean answeredAlready(Actor who, Program program, BulkForm form) {
        return changeSets.byRequest(form.request(who, program)).isPresent()
                || jobs.findByRequest(program.key(), form.requestId()).isPresent();
    }

    private static boolean wantsTyping(Status to, long members) {
        return to.is(StatusCode.NOT_IN_PROGRAM) && members > TYPED_ABOVE;
    }
}
