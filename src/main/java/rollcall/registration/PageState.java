package rollcall.registration;

import java.time.Instant;
import rollcall.member.SeatsNow;
import rollcall.program.Program;

/** What a page offers to whoever comes now, the same for everybody. */
enum PageState {
    NOT_YET,
    CLOSED,
    ENDED,
    /** There is no seat, and no waitlist either. */
    FULL,
    /** There is no seat, and the waitlist is full as well. */
    WAITLIST_FULL,
    /** There is no seat, but one may wait for it. */
    WAITLIST,
    OPEN;

    static PageState of(RegistrationPage page, Program program, SeatsNow seats, Instant now) {
        if (program.endedBy(now)) {
            return ENDED;
        }
        if (page.opensAt() != null && page.opensAt().isAfter(now)) {
            return NOT_YET;
        }
        if (page.closesAt() != null && !page.closesAt().isAfter(now)) {
            return CLOSED;
        }
        return seated(program, seats);
    }

    /** Who must be approved first is told then whether there is a seat. */
    private static PageState seated(Program program, SeatsNow seats) {
        if (program.approvalRequired() || seats.openToNewcomers()) {
            return OPEN;
        }
        if (seats.openToWait()) {
            return WAITLIST;
        }
        return program.waitlistOn() ? WAITLIST_FULL : FULL;
    }

    /** Whether the form is there. */
    public boolean takesForms() {
        return this == OPEN || this == WAITLIST;
    }

    /** Whether what is sent is looked at: that it is full is found out under the lock. */
    boolean listens() {
        return takesForms() || this == FULL || this == WAITLIST_FULL;
    }
}
