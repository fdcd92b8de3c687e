package rollcall.approval;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rollcall.member.MemberLine;
import rollcall.member.Members;
import rollcall.member.Outcome;
import rollcall.program.Move;
import rollcall.program.Move.Advance;
import rollcall.program.Move.Join;
import rollcall.program.Move.Leave;
import rollcall.program.Move.Skip;
import rollcall.program.NotAllowed;
import rollcall.program.Program;
import rollcall.program.Status;
import rollcall.program.StatusNames;
import rollcall.web.Times;

/** Puts what a decision came to into words. */
@Component
class DecisionWords {

    private final Members members;
    private final StatusNames names;
    private final Times times;

    DecisionWords(Members members, StatusNames names, Times times) {
        this.members = members;
        this.names = names;
        this.times = times;
    }

    /** @param message the key of a message */
    record Answer(HttpStatus status, String message, Object... arguments) {

        boolean made() {
            return status == HttpStatus.OK;
        }
    }

    /** @throws NotAllowed when the asker may not approve any more */
    Answer of(Outcome outcome, Program program, long memberId) {
        var now = members.require(program, memberId);
        return switch (outcome.move()) {
            case Advance(var from, var to) -> made(now, to);
            case Join(var from, var to) -> made(now, to);
            case Leave(var from, var to) -> made(now, to);
            case Skip skip -> refused(skip.reason(), program, now);
        };
    }

    private Answer made(MemberLine member, Status to) {
        return new Answer(HttpStatus.OK, "approval.decided", member.label(), names.of(to));
    }

    private Answer refused(Move.Reason reason, Program program, MemberLine now) {
        return switch (reason) {
            case CHANGED_MEANWHILE, ALREADY_THERE, ALREADY_PAST -> meanwhile(program, now);
            case NEEDS_APPROVER, NOT_ALLOWED -> throw new NotAllowed();
            case PROGRAM_FULL, PROMISED_TO_WAITLIST, NEEDS_OTHER_APPROVER, REASON_REQUIRED, HIDDEN, CLOSED ->
                new Answer(HttpStatus.CONFLICT, "approval.refused." + reason, now.label());
        };
    }

    private Answer meanwhile(Program program, MemberLine now) {
        var last = members.history(program, now.id()).getFirst();
        return new Answer(
                HttpStatus.CONFLICT,
                "approval.refused.CHANGED_MEANWHILE",
                now.label(),
                names.of(now.status()),
                last.by().name(),
                times.dateTime(last.recordedAt(), program.zoneId()));
    }
}
