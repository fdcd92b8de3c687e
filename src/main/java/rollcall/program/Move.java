package rollcall.program;

import org.jspecify.annotations.Nullable;

/** What asking for a status comes to. A skip is an answer, not an error: imports and providers repeat themselves. */
public sealed interface Move {

    /** The status to write; null when nothing is written. */
    @Nullable
    Status to();

    /** Somebody comes in, for the first time or back from Not in Program. */
    record Join(@Nullable Status from, Status to) implements Move {}

    /** A member goes to an equal or a higher step. */
    record Advance(Status from, Status to) implements Move {}

    /** A member goes out of the program; the history stays. */
    record Leave(Status from, Status to) implements Move {}

    /** Nothing is written, and why. {@code at} is where the person stands; null for somebody who never was a member. */
    record Skip(@Nullable Status at, Reason reason) implements Move {

        @Override
        public @Nullable Status to() {
            return null;
        }
    }

    /** Why a status that was asked for is not given. */
    enum Reason {
        ALREADY_THERE,
        ALREADY_PAST,
        PROGRAM_FULL,
        PROMISED_TO_WAITLIST,
        CHANGED_MEANWHILE,
        REASON_REQUIRED,
        NEEDS_APPROVER,
        NEEDS_OTHER_APPROVER,
        NOT_ALLOWED,
        /** The status is there for those who have it, and no longer to be chosen. */
        HIDDEN,
        /** The membership only tells what was: the person was erased, or has another one in the program. */
        CLOSED;

        /** Whether the asker already has what was asked for, so that nothing needs doing. */
        public boolean harmless() {
            return this == ALREADY_THERE;
        }
    }
}
