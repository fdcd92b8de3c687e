package rollcall.campaign;

import java.time.Instant;

/**
 * One call to make for one member, taken in hand.
 *
 * @param tries how often it was tried, this time included
 */
record WebhookCall(
        long id, long webhookId, String campaign, int tries, Instant firstTriedAt, Instant createdAt, About about) {

    /** What is told of the member, as it is now. */
    record About(
            long programId,
            String program,
            long memberId,
            String email,
            String firstName,
            String lastName,
            String status,
            String reason) {}

    /** Where a call stands; the last three are the end. */
    enum State {
        WAITING,
        CALLING,
        DONE,
        FAILED,
        CANCELLED
    }
}
