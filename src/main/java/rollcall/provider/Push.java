package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell the provider about one member, taken in hand.
 *
 * @param event where it goes, which the program may have left since
 * @param unclear whether an earlier try may have reached the provider, so that it is looked up first
 * @param tries how often it was tried, this time included
 * @param registrantId whom to cancel; null when that is not known
 * @param superseded whether the member has moved on since, and another push says where to
 */
record Push(
        long id,
        long programId,
        EventRef event,
        long memberId,
        long personId,
        Action action,
        boolean unclear,
        int tries,
        Instant firstTriedAt,
        @Nullable String registrantId,
        boolean superseded) {

    enum Action {
        REGISTER,
        CANCEL
    }

    /** Where a push stands; those from accepted on are the end. */
    enum State {
        WAITING,
        SENDING,
        ACCEPTED,
        REFUSED,
        CANCELLED,
        /** The provider cannot cancel through its interface, or did not answer for a day: a person has to see to it. */
        BY_HAND,
        /** That person has. */
        DONE_BY_HAND,
        /** Nothing was ever sent: the member had moved on before, or the program has no provider any more. */
        DROPPED
    }
}
