package rollcall.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter as a list shows it.
 *
 * @param recipient the name of the person or the colleague; of a person without a name the address
 * @param what the template's name, or the subject of a letter without one
 * @param dueAt when it is tried next; null once it is settled
 */
record LetterLine(
        long id,
        @Nullable Long programId,
        @Nullable String program,
        @Nullable Long memberId,
        @Nullable Long personId,
        String recipient,
        String what,
        Purpose purpose,
        LetterState state,
        int tries,
        boolean maybeTwice,
        @Nullable Trouble trouble,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant settledAt) {

    /** Whether it can still be taken back. */
    public boolean open() {
        return state == LetterState.WAITING || state == LetterState.CLAIMED;
    }

    /** For a small label: plain, warn, bad or good. */
    public String kind() {
        return switch (state) {
            case SENT, IN_MAILBOX -> "good";
            case BOUNCED, FAILED -> "bad";
            case SUPPRESSED -> "warn";
            case WAITING -> trouble == null ? "plain" : "warn";
            case CLAIMED, HANDING_OVER, CANCELLED -> "plain";
        };
    }

    /** When it came to where it is. */
    public Instant at() {
        return settledAt == null ? createdAt : settledAt;
    }
}
