package rollcall.member;

import static rollcall.program.Move.Reason.ALREADY_PAST;
import static rollcall.program.Move.Reason.ALREADY_THERE;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.program.Move;
import rollcall.program.Move.Advance;
import rollcall.program.Move.Join;
import rollcall.program.Move.Leave;
import rollcall.program.Move.Skip;
import rollcall.program.Status;

/**
 * One member, why and since when they get a status, and what the door decided.
 *
 * @param keepsRegistration whether the registration at the provider stands through it as it was
 */
record Decided(Standing standing, String reason, Instant happenedAt, Move move, boolean keepsRegistration) {

    Decided(Standing standing, String reason, Instant happenedAt, Move move) {
        this(standing, reason, happenedAt, move, false);
    }

    /** The status to write; null when nothing is written. */
    @Nullable
    Status to() {
        return move.to();
    }

    boolean written() {
        return to() != null;
    }

    /** Whether what the person brought along is stored: not for somebody who was turned away. */
    boolean takesDetails() {
        return switch (move) {
            case Skip(var at, var reason) -> at != null && (reason == ALREADY_THERE || reason == ALREADY_PAST);
            case Join join -> true;
            case Advance advance -> true;
            case Leave leave -> true;
        };
    }

    boolean isNew() {
        return standing.memberId() == null;
    }
}
