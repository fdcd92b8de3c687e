package rollcall.approval;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a decision, as the inbox shows them: what an approver needs, and nothing else.
 *
 * @param since when they became Pending Approval
 * @param broughtBy the key of the actor who brought them in
 * @param deferral null for whom nobody has put off
 */
record Waiter(
        long memberId,
        long personId,
        long programId,
        String name,
        String email,
        String company,
        String jobTitle,
        Instant since,
        String broughtBy,
        @Nullable Deferral deferral) {

    /** The name, or the address of somebody whose name is not known. */
    public String label() {
        return name.isEmpty() ? email : name;
    }

    /** How long they have waited, as the end of a message's key and its number. */
    public Age age(Instant now) {
        return Age.of(Duration.between(since, now));
    }
}
