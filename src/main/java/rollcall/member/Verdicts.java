package rollcall.member;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import rollcall.program.Actor;
import rollcall.program.Channel;
import rollcall.program.Move;
import rollcall.program.Move.Leave;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;
import rollcall.program.Program;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/**
 * What the door decides for somebody whom it has locked. The progression comes first; what stands here may only refuse
 * what the progression allows. Knows no database.
 */
final class Verdicts {

    private static final Set<StatusCode> DECISIONS =
            Set.of(StatusCode.REGISTERED, StatusCode.REJECTED, StatusCode.WAITLISTED);

    private static final Set<StatusCode> FACTS =
            Set.of(StatusCode.NO_SHOW, StatusCode.ATTENDED_ON_DEMAND, StatusCode.ATTENDED);

    private final Program program;
    private final Channel channel;
    private final StatusRequest request;
    private final Rights rights;
    private final SeatBudget seats;

    Verdicts(Program program, Channel channel, StatusRequest request, Rights rights, SeatBudget seats) {
        this.program = program;
        this.channel = channel;
        this.request = request;
        this.rights = rights;
        this.seats = seats;
    }

    /** The move for one member; a seat it takes is gone for the next one. */
    Move decide(Standing standing, Status to, String reason) {
        var rule = channel.progression();
        var move = chosen(to) ? rule.choose(standing.at(), to) : rule.move(standing.at(), to);
        var refusal = standing.closed() ? Reason.CLOSED : openRefusal(standing, to, reason, move);
        if (refusal != null) {
            return new Skip(standing.at(), refusal);
        }
        seats.count(standing, to);
        return move;
    }

    private @Nullable Reason openRefusal(Standing standing, Status to, String reason, Move move) {
        return meanwhile(standing) ? Reason.CHANGED_MEANWHILE : refusal(standing, to, reason, move);
    }

    /**
     * The move that ends a correction: it goes out of the program first, so that from there every status is open. A seat
     * that is held before and after is neither freed nor taken.
     */
    Move correct(Standing standing, Status to) {
        var refusal = meanwhile(standing) ? Reason.CHANGED_MEANWHILE : correctionRefusal(standing, to);
        if (refusal != null) {
            return new Skip(standing.at(), refusal);
        }
        seats.count(standing, to);
        var from = to.inProgram() ? channel.status(StatusCode.NOT_IN_PROGRAM) : standing.at();
        return channel.progression().move(from, to);
    }

    private @Nullable Reason correctionRefusal(Standing standing, Status to) {
        if (standing.closed()) {
            return Reason.CLOSED;
        }
        if (standing.at() == null || standing.at().key().equals(to.key())) {
            return Reason.ALREADY_THERE;
        }
        if (!rights.manage()) {
            return Reason.NOT_ALLOWED;
        }
        if (standing.pending() && to.inProgram() && broughtInByAsker(standing)) {
            return Reason.NEEDS_OTHER_APPROVER;
        }
        if (request.reason().isBlank()) {
            return Reason.REASON_REQUIRED;
        }
        return needsSeat(standing, to) ? seats.refusal(standing, request.ahead()) : null;
    }

    /** The house has no eyes: whom its registration page brought in, it may turn down when nobody decides. */
    private boolean broughtInByAsker(Standing standing) {
        var asker = request.actor();
        return program.fourEyes() && standing.broughtBy().equals(asker.key()) && !asker.equals(Actor.SYSTEM);
    }

    private boolean meanwhile(Standing standing) {
        var expected = request.expected();
        return expected != null
                && (standing.at() == null || !standing.at().key().equals(expected));
    }

    private @Nullable Reason refusal(Standing standing, Status to, String reason, Move move) {
        if (move instanceof Skip skip) {
            return skip.reason();
        }
        var right = rightsRefusal(standing, to, move);
        if (right != null) {
            return right;
        }
        if (needsReason(to) && reason.isBlank()) {
            return Reason.REASON_REQUIRED;
        }
        return needsSeat(standing, to) ? seats.refusal(standing, request.ahead() && rights.manage()) : null;
    }

    private @Nullable Reason rightsRefusal(Standing standing, Status to, Move move) {
        if (request.cause() == Cause.PROVIDER) {
            return null;
        }
        var decides = standing.pending() && !(move instanceof Leave);
        if (decides && !rights.approve()) {
            return Reason.NEEDS_APPROVER;
        }
        if (decides && broughtInByAsker(standing)) {
            return Reason.NEEDS_OTHER_APPROVER;
        }
        return rights.manage() || (decides && isDecision(to)) || !askedByAPerson() ? null : Reason.NOT_ALLOWED;
    }

    /** Whether somebody picked the status, rather than Rollcall itself or a provider saying what is so. */
    private boolean chosen(Status to) {
        return switch (request.cause()) {
            case PERSON, IMPORT, API, CAMPAIGN -> true;
            case APPROVAL -> !isDecision(to);
            case REGISTRATION, WAITLIST, PROVIDER -> false;
        };
    }

    /** Campaigns, the registration page and the waitlist act for a program, not for somebody with a role. */
    private boolean askedByAPerson() {
        return switch (request.cause()) {
            case PERSON, APPROVAL, IMPORT, API -> true;
            case REGISTRATION, WAITLIST, CAMPAIGN, PROVIDER -> false;
        };
    }

    private boolean needsReason(Status to) {
        return to.is(StatusCode.REJECTED) || request.ahead();
    }

    /** What has happened is never refused for a seat; it may overbook the program. */
    private boolean needsSeat(Standing standing, Status to) {
        var fact = request.fact() || request.cause() == Cause.PROVIDER || isFact(to);
        return to.holdsSeat() && !standing.holdsSeat() && !fact;
    }

    private static boolean isDecision(Status to) {
        return StatusCode.of(to.key()).filter(DECISIONS::contains).isPresent();
    }

    private static boolean isFact(Status to) {
        return StatusCode.of(to.key()).filter(FACTS::contains).isPresent();
    }
}
