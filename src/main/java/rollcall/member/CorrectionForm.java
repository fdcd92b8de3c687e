package rollcall.member;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.web.PlainText;

/**
 * What somebody says who corrects a mistake with many members.
 *
 * @param requestId made up by the page; the same one again changes nothing
 * @param previewed how many members the preview was for; null when nobody looked at one
 */
record CorrectionForm(
        @NotBlank(message = "{member.reason.required}")
        @Size(max = StatusRequest.LONGEST_REASON, message = "{member.reason.too-long}")
        @PlainText
        String reason,

        @Nullable String requestId,
        Boolean ahead,
        @Nullable Long previewed) {

    CorrectionForm {
        reason = Objects.requireNonNullElse(reason, "").strip();
        requestId = RequestId.stored(requestId == null || requestId.isBlank() ? null : requestId);
        ahead = Objects.requireNonNullElse(ahead, false);
    }

    static CorrectionForm blank(boolean ahead) {
        return new CorrectionForm("", null, ahead, null);
    }

    /** A reason that is too long is cut: a form with one is shown again, and never confirmed. */
    StatusRequest request(Actor who, Program program) {
        var longest = StatusRequest.LONGEST_REASON;
        return CorrectionOrder.request(program.key(), who)
                .because(reason.length() > longest ? reason.substring(0, longest) : reason)
                .once(requestId)
                .aheadOfTheWaitlist(ahead);
    }
}
