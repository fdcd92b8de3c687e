package rollcall.member;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
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
    private final Programs programs;
    private final Crumbs crumbs;

    BulkPages(BulkChanges changes, Programs programs, Crumbs crumbs) {
        this.changes = changes;
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
        var remembered = changes.remember(program, form.request(who, program), form.selection(program));
        var preview = remembered.preview();
        fill(model, program, form);
        model.addAttribute("objection", objection);
        model.addAttribute("preview", preview);
        model.addAttribute("previewKey", remembered.key());
        model.addAttribute("typing", wantsTyping(preview.to(), preview.selected()));
        model.addAttribute("requestId", UUID.randomUUID().toString());
        return PAGE;
    }

    private void fill(Model model, Program program, BulkForm form) {
        model.addAttribute("crumbs", crumbs.toMembers(program));
        model.addAttribute("program", program);
        model.addAttribute("form", form);
        model.addAttribute("statuses", offered(program));
        model.addAttribute("list", form.list(program));
    }

    private List<Status> offered(Program program) {
        return programs.channelOf(program).statuses().stream()
                .filter(status -> !status.hidden())
                .toList();
    }

    /** What keeps a previewed change from being made: the number was not typed. */
    @Nullable
    Objection objection(Program program, BulkForm form) {
        var previewed = form.previewed();
        if (previewed == null) {
            return null;
        }
        if (form.all() && form.preview() == null) {
            return new Objection("member.bulk.preview-gone", List.of());
        }
        var to = programs.channelOf(program).status(form.status());
        return wantsTyping(to, previewed) && !previewed.equals(form.typed())
                ? new Objection("member.bulk.type-the-number", List.of(previewed))
                : null;
    }

    /** Other members are meant by now. */
    static Objection objection(StalePreview stale) {
        var difference = stale.difference();
        return difference == null
                ? new Objection("member.bulk.preview-gone", List.of())
                : new Objection("member.bulk.others", List.of(difference.cameIn(), difference.left()));
    }

    private static boolean wantsTyping(Status to, long members) {
        return to.is(StatusCode.NOT_IN_PROGRAM) && members > TYPED_ABOVE;
    }
}
