package rollcall.approval;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.web.PlainText;

/**
 * What somebody decides on many: those who were ticked or, with {@code all}, the longest waiting of a program.
 *
 * @param in the program that the inbox was narrowed to; null for all
 * @param requestId made up by the page; the same one again changes nothing
 * @param confirm whether the preview was seen
 */
record ManyForm(
        @NotNull(message = "{approval.decision.missing}") @Nullable
        Verdict decision,

        @Size(max = StatusChanges.MOST) List<Long> memberId,
        Boolean all,
        @Nullable Long in,
        @Nullable String show,

        @Size(max = StatusRequest.LONGEST_REASON, message = "{member.reason.too-long}") @PlainText
        String words,

        @Nullable @Size(max = 60) String requestId,
        Boolean confirm) {

    ManyForm {
        memberId = memberId == null
                ? List.of()
                : memberId.stream().filter(Objects::nonNull).distinct().toList();
        all = Objects.requireNonNullElse(all, false) && in != null;
        words = Objects.requireNonNullElse(words, "").strip();
        requestId = requestId == null || requestId.isBlank() ? null : requestId;
        confirm = Objects.requireNonNullElse(confirm, false);
    }

    InboxFilter filter() {
        return new InboxFilter(in, InboxController.LATER.equals(show));
    }

    /** Why this cannot be asked yet, as the key of a message; null when it can. */
    @Nullable
    String problem() {
        if (!all && memberId.isEmpty()) {
            return "approval.bulk.nobody";
        }
        return decision == Verdict.REJECT && words.isEmpty() ? "approval.reason.missing" : null;
    }
}
