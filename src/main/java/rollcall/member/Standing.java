package rollcall.member;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/**
 * Where somebody stands while the door holds the lock.
 *
 * @param memberId null for somebody who never was a member
 * @param at null for somebody who never was a member
 * @param broughtBy the key of the actor who brought the member in
 * @param closed whether nothing changes here any more
 */
record Standing(
        @Nullable Long memberId,
        long personId,
        @Nullable Status at,
        String broughtBy,
        Instant changedAt,
        Instant joinedAt,
        boolean closed) {

    /** Who gets a seat first: those who wait, in the order in which they began to; then by membership date. */
    static final Comparator<Standing> BY_TURN = Comparator.comparing(Standing::waits)
            .reversed()
            .thenComparing(standing -> standing.waits() ? standing.changedAt() : standing.joinedAt())
            .thenComparing(standing -> standing.memberId() == null ? Long.MAX_VALUE : standing.memberId());

    static Standing outside(long personId, Instant now) {
        return new Standing(null, personId, null, "", now, now, false);
    }

    /** Somebody who is gone, and whom nothing brings in. */
    static Standing gone(long personId, Instant now) {
        return new Standing(null, personId, null, "", now, now, true);
    }

    boolean waits() {
        return is(StatusCode.WAITLISTED);
    }

    boolean pending() {
        return is(StatusCode.PENDING_APPROVAL);
    }

    boolean holdsSeat() {
        return at != null && at.holdsSeat();
    }

    private boolean is(StatusCode code) {
        return at != null && at.is(code);
    }
}
