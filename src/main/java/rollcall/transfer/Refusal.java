package rollcall.transfer;

import rollcall.program.Move;

/**
 * Why a row is not taken.
 *
 * @param detail what the message names: a target, a line, a word from the file; empty when it names nothing
 */
record Refusal(Reason reason, String detail) {

    private static final int LONGEST_DETAIL = 100;

    Refusal {
        detail = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
    }

    static Refusal of(Reason reason) {
        return new Refusal(reason, "");
    }

    /** Each has a message {@code transfer.refused.…}. The later ones are what the door for status changes answers. */
    enum Reason {
        UNREADABLE_CHARACTERS,
        TOO_MANY_CELLS,
        EMAIL_MISSING,
        EMAIL_INVALID,
        TOO_LONG,
        UNWANTED_CHARACTERS,
        STATUS_MISSING,
        STATUS_UNKNOWN,
        SINCE_INVALID,
        SINCE_AMBIGUOUS,
        SINCE_IN_FUTURE,
        LINK_INVALID,
        DUPLICATE,
        ERASED,
        REASON_REQUIRED,
        PROGRAM_FULL,
        PROMISED_TO_WAITLIST,
        NEEDS_APPROVER,
        NEEDS_OTHER_APPROVER,
        NOT_ALLOWED,
        HIDDEN,
        CHANGED_MEANWHILE,
        CLOSED;

        /** What the door answered, for a row it turned away. */
        static Reason of(Move.Reason reason) {
            return switch (reason) {
                case PROGRAM_FULL -> PROGRAM_FULL;
                case PROMISED_TO_WAITLIST -> PROMISED_TO_WAITLIST;
                case CHANGED_MEANWHILE -> CHANGED_MEANWHILE;
                case REASON_REQUIRED -> REASON_REQUIRED;
                case NEEDS_APPROVER -> NEEDS_APPROVER;
                case NEEDS_OTHER_APPROVER -> NEEDS_OTHER_APPROVER;
                case NOT_ALLOWED -> NOT_ALLOWED;
                case HIDDEN -> HIDDEN;
                case CLOSED -> CLOSED;
                case ALREADY_THERE, ALREADY_PAST ->
                    throw new IllegalArgumentException("Already there or further is no refusal.");
            };
        }
    }
}
