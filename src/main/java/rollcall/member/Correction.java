package rollcall.member;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rollcall.program.Channel;
import rollcall.program.Move;
import rollcall.program.Move.Leave;
import rollcall.program.Move.Skip;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/**
 * One member whose status was wrong, and what was decided.
 *
 * @param rewind what still counts then; null when the member has moved on since
 * @param wasRegistered whether the provider was told of the registration, or is about to be
 * @param staysRegistered whether that registration stands as it is
 * @param move the last step, behind the way out; or why nothing is written
 */
record Correction(
        Standing standing,
        CorrectionRows.Known known,
        @Nullable Rewind rewind,
        boolean wasRegistered,
        boolean staysRegistered,
        Move move) {

    static Correction movedOn(Standing standing, CorrectionRows.Known known) {
        var skip = new Skip(standing.at(), Move.Reason.CHANGED_MEANWHILE);
        return new Correction(standing, known, null, false, false, skip);
    }

    static Correction of(Standing standing, CorrectionRows.Known known, Rewind rewind, Channel channel, Move move) {
        var delivery = known.delivery();
        var was = isRegistered(Objects.requireNonNull(standing.at()), channel)
                && (delivery.open() || delivery == Delivery.ACCEPTED);
        return new Correction(standing, known, rewind, was, was && isRegistered(rewind.to(), channel), move);
    }

    /** Whether somebody with that status is registered at the provider, if anybody is. */
    private static boolean isRegistered(Status status, Channel channel) {
        return status.step() >= channel.status(StatusCode.REGISTERED).step()
                && !status.is(StatusCode.REGISTRATION_ERROR);
    }

    long memberId() {
        return Objects.requireNonNull(standing.memberId());
    }

    Status from() {
        return Objects.requireNonNull(standing.at());
    }

    Rewind right() {
        return Objects.requireNonNull(rewind);
    }

    Status to() {
        return right().to();
    }

    boolean written() {
        return !(move instanceof Skip);
    }

    boolean goesOut() {
        return from().inProgram();
    }

    boolean comesIn() {
        return to().inProgram();
    }

    /** Whether the way out is only passed through. */
    boolean passesThrough() {
        return goesOut() && comesIn();
    }

    boolean cancelsRegistration() {
        return wasRegistered && !staysRegistered;
    }

    boolean registersAnew() {
        return to().is(StatusCode.REGISTERED) && !staysRegistered;
    }

    Decided wayOut(Asking asking) {
        var out = asking.channel().status(StatusCode.NOT_IN_PROGRAM);
        return decided(asking, new Leave(from(), out));
    }

    /** The last step; the same as the way out for somebody who is right to be out. */
    Decided lastStep(Asking asking) {
        return decided(asking, move);
    }

    private Decided decided(Asking asking, Move step) {
        return new Decided(standing, asking.request().reason(), asking.now(), step, staysRegistered);
    }

    @Nullable
    Instant successAfter(Instant now) {
        return right().success(now);
    }
}
