package rollcall.member;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.program.Status;

/**
 * One member as a list shows them.
 *
 * @param delivery how the registration stands at the provider
 * @param retryAt when the registration is sent again; null when nothing is to be
 * @param liveMinutes how long they attended live; null when nothing was reported
 * @param onDemandMinutes how long they watched the recording; null when nothing was reported
 * @param joinedAt the membership date: when the first status began
 * @param successAt when the first success status began; null for none
 * @param changedAt when the present status began, which is when the last change happened
 * @param seq how many changes there were
 * @param offerUntil until when a seat is held for them; null for whoever has no open offer
 * @param closed null unless the membership only tells what was
 */
public record MemberLine(
        long id,
        long personId,
        String name,
        String email,
        String company,
        Status status,
        String statusReason,
        Delivery delivery,
        @Nullable Instant retryAt,
        @Nullable Integer liveMinutes,
        @Nullable Integer onDemandMinutes,
        Instant joinedAt,
        @Nullable Instant successAt,
        Instant changedAt,
        int seq,
        String broughtBy,
        @Nullable Instant offerUntil,
        @Nullable Closed closed) {

    /** The name, or the address of somebody whose name is not known. */
    public String label() {
        return name.isEmpty() ? email : name;
    }
}
