package rollcall.approval;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import rollcall.member.StatusRequest;
import rollcall.web.PlainText;

/**
 * What somebody decides.
 *
 * @param reason one of those that the program offers; empty for none of them
 * @param words what is said besides, or instead
 * @param requestId made up by the page; the same one again changes nothing
 * @param list whether the decision was made in the list, to which it leads back
 */
record DecisionForm(
        @NotNull(message = "{approval.decision.missing}") @Nullable
        Verdict decision,

        @Size(max = StatusRequest.LONGEST_REASON, message = "{member.reason.too-long}") @PlainText
        String reason,

        @Size(max = StatusRequest.LONGEST_REASON, message = "{member.reason.too-long}") @PlainText
        String words,

        @Nullable @Size(max = 60) String requestId,
        Boolean list) {

    DecisionForm {
        reason = Objects.requireNonNullElse(reason, "").strip();
        words = Objects.requireNonNullElse(words, "").strip();
        requestId = requestId == null || requestId.isBlank() ? null : requestId;
        list = Objects.requireNonNullElse(list, false);
    }

    static DecisionForm blank() {
        return new DecisionForm(null, "", "", null, false);
    }

    public boolean rejects() {
        return decision == Verdict.REJECT;
    }

    /** What stands in the history. */
    String why() {
        return Stream.of(reason, words).filter(part -> !part.isEmpty()).collect(Collectors.joining(": "));
    }

    /** Says what is missing for turning somebody down. */
    void check(Errors errors) {
        if (rejects() && why().isEmpty()) {
            errors.rejectValue("words", "approval.reason.missing");
        }
        if (why().length() > StatusRequest.LONGEST_REASON) {
            errors.rejectValue("words", "member.reason.too-long");
        }
    }
}
