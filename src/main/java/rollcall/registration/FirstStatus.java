package rollcall.registration;

import org.jspecify.annotations.Nullable;
import rollcall.member.SeatsNow;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/**
 * Which status somebody gets who asks to come in, or whom an approver lets in. Knows no database and changes nothing: what
 * comes out is asked of the door, which decides under its lock.
 */
public final class FirstStatus {

    private FirstStatus() {}

    /** A rule of the program that decides by itself. */
    public enum Rule {
        NONE,
        /** The address belongs to a domain that is refused. */
        DOMAIN_REFUSED,
        /** The address belongs to a domain that needs no approval. */
        DOMAIN_ACCEPTED,
        /** Whoever was invited needs no approval. */
        INVITED,
        /** Somebody of the house, who needs no approval. */
        OWN_TEAM
    }

    /**
     * How the program stands.
     *
     * @param waitlistOpen whether there is a waitlist, and it takes one more
     * @param seatOpen whether somebody who comes now gets a seat: one is free and nobody waits for it
     */
    public record Situation(boolean approvalRequired, boolean waitlistOpen, boolean seatOpen) {

        public static Situation of(Program program, SeatsNow seats) {
            return new Situation(program.approvalRequired(), seats.openToWait(), seats.openToNewcomers());
        }

        /** As it is for somebody who was approved. */
        Situation approved() {
            return new Situation(false, waitlistOpen, seatOpen);
        }
    }

    /** What is to be done. */
    public sealed interface Answer {}

    /** @param by the rule because of which it is not what everybody would get */
    public record Give(StatusCode to, Rule by) implements Answer {}

    /** Nothing changes. */
    public record Stay(StatusCode at) implements Answer {}

    /** There is neither a seat nor room on a waitlist. */
    public record Full() implements Answer {}

    /** @param at null for somebody who never was a member */
    public static Answer of(@Nullable StatusCode at, Rule rule, Situation now) {
        return switch (at) {
            case null -> newcomer(rule, now);
            case INVITED, NOT_IN_PROGRAM -> newcomer(rule, now);
            case REGISTRATION_ERROR -> new Give(StatusCode.REGISTERED, Rule.NONE);
            case PENDING_APPROVAL, WAITLISTED, REJECTED, REGISTERED, NO_SHOW, ATTENDED_ON_DEMAND, ATTENDED ->
                new Stay(at);
        };
    }

    /** What being approved comes to for somebody who is pending; it may be that there is no seat any more. */
    public static Answer approved(Situation now) {
        return seat(Rule.NONE, now.approved());
    }

    private static Answer newcomer(Rule rule, Situation now) {
        return switch (rule) {
            case DOMAIN_REFUSED -> new Give(StatusCode.REJECTED, rule);
            case NONE -> now.approvalRequired() ? new Give(StatusCode.PENDING_APPROVAL, rule) : seat(rule, now);
            case DOMAIN_ACCEPTED, INVITED, OWN_TEAM ->
                now.approvalRequired() ? waived(rule, now) : seat(Rule.NONE, now);
        };
    }

    /** Where there is nothing to get without approval, one may still wait for it like everybody. */
    private static Answer waived(Rule rule, Situation now) {
        return seat(rule, now) instanceof Give give ? give : new Give(StatusCode.PENDING_APPROVAL, Rule.NONE);
    }

    private static Answer seat(Rule rule, Situation now) {
        if (now.seatOpen()) {
            return new Give(StatusCode.REGISTERED, rule);
        }
        return now.waitlistOpen() ? new Give(StatusCode.WAITLISTED, rule) : new Full();
    }
}
