package rollcall.member;

import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import rollcall.program.Actor;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;
import rollcall.program.NotAllowed;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.Status;
import rollcall.program.StatusNames;
import rollcall.web.Times;

/** Asks the door for one member, as a form says it, and puts the answer into words. */
@Component
class SingleChanges {

    private final StatusChanges changes;
    private final Corrections corrections;
    private final Members members;
    private final Programs programs;
    private final StatusNames names;
    private final Times times;

    SingleChanges(
            StatusChanges changes,
            Corrections corrections,
            Members members,
            Programs programs,
            StatusNames names,
            Times times) {
        this.changes = changes;
        this.corrections = corrections;
        this.members = members;
        this.programs = programs;
        this.names = names;
        this.times = times;
    }

    /**
     * What became of it.
     *
     * @param message the key of a message
     */
    record Answer(HttpStatus status, String message, Object... arguments) {

        boolean made() {
            return status == HttpStatus.OK;
        }
    }

    /**
     * Asks, unless the form cannot be used as it is.
     *
     * @param errors receives what is wrong with a field
     * @throws NoSuchMember when the program has no such member
     * @throws NotAllowed when the asker's role does not reach that far
     */
    Answer ask(Actor who, Program program, long memberId, StatusChangeForm form, BindingResult errors) {
        return answer(
                program,
                memberId,
                form,
                errors,
                "member.changed",
                member -> changes.change(form.request(who, program, member), memberId));
    }

    /** As {@link #ask}, for a status that was a mistake. */
    Answer correct(Actor who, Program program, long memberId, StatusChangeForm form, BindingResult errors) {
        return answer(
                program,
                memberId,
                form,
                errors,
                "member.correction.done",
                member -> corrections.correct(form.correction(who, program), memberId));
    }

    /** @param made the key of the message for what was done: a request that is repeated answers what the first one came to */
    private Answer answer(
            Program program,
            long memberId,
            StatusChangeForm form,
            BindingResult errors,
            String made,
            Function<MemberLine, Outcome> asking) {
        var member = members.require(program, memberId);
        if (errors.hasErrors()) {
            return new Answer(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "member.change.wrong",
                    member.label(),
                    errors.getAllErrors().getFirst());
        }
        var to = programs.channelOf(program).status(form.status());
        var move = asking.apply(member).move();
        return move instanceof Skip skip
                ? skipped(program, memberId, to, skip.reason(), errors)
                : new Answer(HttpStatus.OK, made, member.label(), names.of(Objects.requireNonNull(move.to())));
    }

    private Answer skipped(Program program, long memberId, Status to, Reason reason, BindingResult errors) {
        var now = members.require(program, memberId);
        return switch (reason) {
            case ALREADY_THERE -> new Answer(HttpStatus.OK, "member.already-there", now.label(), names.of(to));
            case REASON_REQUIRED -> {
                errors.rejectValue("reason", "member.reason.required");
                yield refused(HttpStatus.UNPROCESSABLE_CONTENT, reason, now, to);
            }
            case CHANGED_MEANWHILE -> changedMeanwhile(program, now, to);
            case NEEDS_APPROVER, NOT_ALLOWED -> throw new NotAllowed();
            case ALREADY_PAST, PROGRAM_FULL, PROMISED_TO_WAITLIST, NEEDS_OTHER_APPROVER, HIDDEN, CLOSED ->
                refused(HttpStatus.CONFLICT, reason, now, to);
        };
    }

    private Answer refused(HttpStatus status, Reason reason, MemberLine now, Status to) {
        return new Answer(
                status,
                "member.refused." + reason,
                now.label(),
                names.of(now.status()),
                now.status().step(),
                names.of(to),
                to.step());
    }

    private Answer changedMeanwhile(Program program, MemberLine now, Status to) {
        var last = members.history(program, now.id()).getFirst();
        return new Answer(
                HttpStatus.CONFLICT,
                "member.refused.CHANGED_MEANWHILE",
                now.label(),
                names.of(now.status()),
                last.by().name(),
                times.dateTime(last.recordedAt(), program.zoneId()),
                names.of(to));
    }
}
