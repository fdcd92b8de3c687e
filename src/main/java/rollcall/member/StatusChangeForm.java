package rollcall.member;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.web.PlainText;

/**
 * What somebody asks for one member.
 *
 * @param status the key of the status asked for
 * @param expected the key of the status that the page showed; null when the asker saw none
 * @param requestId made up by the page; the same one again changes nothing
 * @param ahead whether the member may pass those who wait
 * @param list the state of the list to go back to; null for the member's own page
 */
record StatusChangeForm(
        @NotEmpty(message = "{member.status.missing}") String status,

        @Size(max = StatusRequest.LONGEST_REASON, message = "{member.reason.too-long}") @PlainText
        String reason,

        @Nullable @Size(max = 60) String expected,
        @Nullable @Size(max = 100) String requestId,
        Boolean ahead,
        @Nullable String list) {

    StatusChangeForm {
        status = Objects.requireNonNullElse(status, "");
        reason = Objects.requireNonNullElse(reason, "").strip();
        expected = blankToNull(expected);
        requestId = blankToNull(requestId);
        ahead = Objects.requireNonNullElse(ahead, false);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static StatusChangeForm blank(@Nullable String status, @Nullable String list) {
        return new StatusChangeForm(Objects.requireNonNullElse(status, ""), "", null, null, false, list);
    }

    /** Somebody who is pending gets a decision; everybody else is moved by hand. */
    StatusRequest request(Actor who, Program program, MemberLine member) {
        var cause = member.status().is(StatusCode.PENDING_APPROVAL) ? Cause.APPROVAL : Cause.PERSON;
        return StatusRequest.of(program.key(), status, cause, who)
                .because(reason)
                .expecting(expected)
                .once(requestId)
                .aheadOfTheWaitlist(ahead);
    }

    /** What was decided on somebody pending is corrected as any other mistake. */
    StatusRequest correction(Actor who, Program program) {
        return StatusRequest.of(program.key(), status, Cause.PERSON, who)
                .because(reason)
                .expecting(expected)
                .once(requestId)
                .aheadOfTheWaitlist(ahead);
    }
}
