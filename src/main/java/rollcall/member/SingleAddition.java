package rollcall.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import rollcall.program.Actor;
import rollcall.program.Move;
import rollcall.program.Move.Reason;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusNames;
import rollcall.web.Back;
import rollcall.web.Flash;

/** Adds one person and leads to the member that came of it. */
@Component
class SingleAddition {

    private final Additions additions;
    private final Members members;
    private final MemberPages pages;
    private final Programs programs;
    private final StatusNames names;

    SingleAddition(Additions additions, Members members, MemberPages pages, Programs programs, StatusNames names) {
        this.additions = additions;
        this.members = members;
        this.pages = pages;
        this.programs = programs;
        this.names = names;
    }

    /** Null when the door said no, which {@code errors} then tells. */
    @Nullable
    View add(Actor who, Program program, AdditionForm form, BindingResult errors, RedirectAttributes next) {
        var set = additions.add(form.request(who, program), List.of(form.person()));
        var outcome = set.outcomes().getFirst();
        var to = programs.channelOf(program).status(form.status());
        if (outcome.move() instanceof Move.Skip skip && !skip.reason().harmless()) {
            var field = skip.reason() == Reason.REASON_REQUIRED ? "reason" : "status";
            errors.rejectValue(field, "member.skip." + skip.reason(), new Object[] {names.of(to)}, null);
            return null;
        }
        var member = members.memberOf(program.key(), outcome.personId()).orElseThrow(NoSuchMember::new);
        Flash.success(
                next, said(outcome.move()), members.require(program, member).label(), names.of(to));
        return Back.to(pages.addressOf(program.key(), member));
    }

    private static String said(Move move) {
        return switch (move) {
            case Move.Join join -> "member.added";
            case Move.Advance advance -> "member.added.moved";
            case Move.Leave leave -> "member.changed";
            case Move.Skip skip -> "member.already-there";
        };
    }
}
