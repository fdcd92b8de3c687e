package rollcall.transfer;

import org.jspecify.annotations.Nullable;
import rollcall.program.Move;
import rollcall.program.Move.Advance;
import rollcall.program.Move.Join;
import rollcall.program.Move.Leave;
import rollcall.program.Move.Skip;
import rollcall.program.Status;
import rollcall.transfer.Read.Entry;

/**
 * A row and its verdict.
 *
 * @param number counts the rows of the file from 0, blank ones and headings left out
 * @param move what the status comes to; null for a row that was refused before that was asked
 */
record Judged(
        long number, Read read, Verdict verdict, @Nullable Move move) {

    static Judged of(long number, Read read, Verdict verdict) {
        return new Judged(number, read, verdict, null);
    }

    Judged with(Verdict other) {
        return new Judged(number, read, other, move);
    }

    Judged with(Move asked, Verdict other) {
        return new Judged(number, read, other, asked);
    }

    /** Where the person stands so far; null for somebody who never was a member. */
    @Nullable
    Status from() {
        return switch (move) {
            case null -> null;
            case Join join -> join.from();
            case Advance advance -> advance.from();
            case Leave leave -> leave.from();
            case Skip skip -> skip.at();
        };
    }

    /** Where the person stands afterwards; null for a row that is refused, and for somebody who stays outside. */
    @Nullable
    Status to() {
        if (move == null || verdict.kind() == Verdict.Kind.REFUSED) {
            return null;
        }
        return move instanceof Skip skip ? skip.at() : move.to();
    }

    /** The status reason that is stored with a new status; empty where the status stays. */
    String statusReason() {
        return move == null || move.to() == null ? "" : entry().reason();
    }

    /** What the row says; only for a row that was not refused while it was read. */
    Entry entry() {
        return switch (read) {
            case Entry entry -> entry;
            case Read.Refused refused -> throw new IllegalStateException("The row was refused.");
        };
    }
}
