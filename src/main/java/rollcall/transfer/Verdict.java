package rollcall.transfer;

import org.jspecify.annotations.Nullable;
import rollcall.program.Move;
import rollcall.program.Move.Advance;
import rollcall.program.Move.Join;
import rollcall.program.Move.Leave;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;

/**
 * What a row comes to.
 *
 * @param refusal null unless the row is refused
 */
record Verdict(Kind kind, @Nullable Refusal refusal) {

    /** In the order in which they are shown: what needs a person first. */
    enum Kind {
        REFUSED,
        CREATED,
        UPDATED,
        UNCHANGED
    }

    static Verdict refused(Refusal refusal) {
        return new Verdict(Kind.REFUSED, refusal);
    }

    /**
     * @param news whether the row says something of the person or the membership that is not stored yet; it counts for
     *     somebody who is a member, or becomes one
     */
    static Verdict of(Move move, boolean news) {
        return switch (move) {
            case Join join -> new Verdict(Kind.CREATED, null);
            case Advance advance -> new Verdict(Kind.UPDATED, null);
            case Leave leave -> new Verdict(Kind.UPDATED, null);
            case Skip(var at, var reason) ->
                standsThere(reason)
                        ? new Verdict(at != null && news ? Kind.UPDATED : Kind.UNCHANGED, null)
                        : refused(Refusal.of(Refusal.Reason.of(reason)));
        };
    }

    /** Already there, or further: what was asked for is so. */
    private static boolean standsThere(Reason reason) {
        return reason == Reason.ALREADY_THERE || reason == Reason.ALREADY_PAST;
    }

    /** Whether something is to be written for the row. */
    boolean writes() {
        return kind == Kind.CREATED || kind == Kind.UPDATED;
    }
}
