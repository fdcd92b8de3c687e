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
 * @param turn where they stand on the waitlist; null for whoever does not wait
 * @param offered whether a seat is held for them while they think about an offer
 */
record Standing(
        @Nullable Long memberId,
        long personId,
        @Nullable Status at,
        String broughtBy,
        Instant changedAt,
        Instant joinedAt,
        boolean closed,
        @Nullable Turn turn,
        boolean offered) {

    /** Who gets a seat first: those who wait, in their order; then by membership date. */
    static final Comparator<Standing> BY_TURN = Comparator.comparing(Standing::waits)
            .reversed()
            .thenComparing(Standing::turn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Standing::joinedAt)
            .thenComparing(standing -> standing.memberId() == null ? Long.MAX_VALUE : standing.memberId());

    static Standing outside(long personId, Instant now) {
        return new Standing(null, personId, null, "", now, now, false, null, false);
    }

    /** Somebody who is gone, and whom nothing brings in. */
    static Standing gone(long personId, Instant now) {
        return new Standing(null, personId, null, "", now, now, true, null, false);
    }

    boolean waits() {
        return is(StatusCode.WAITLISTED);
    }

    boolean pending() {
        return is(StatusCode.PENDING_APPROVAL);
    }

    boolean holdsSeat() {
        return offered || (at != null && at.holdsSeat());
    }

    private boolean is(StatusCode code) {
        return at != null && at.is(code);
    }
}
