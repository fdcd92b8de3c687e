package rollcall.provider;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import rollcall.program.Channel;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;
import rollcall.program.StatusCode;

/**
 * What a provider's report means for a member, by rules 8, 11 and 12. Attendance comes before what is said of the
 * registration, and that before absence. Knows no database; the door decides anew when it is asked.
 */
final class ReportRule {

    /** Beside these it does not matter that somebody cancelled. */
    private static final Set<FindingKind> OUTWEIGH =
            EnumSet.of(FindingKind.LIVE, FindingKind.ON_DEMAND, FindingKind.DENIED);

    private final Channel channel;
    private final boolean leavesWhenCancelled;

    ReportRule(Channel channel, boolean leavesWhenCancelled) {
        this.channel = channel;
        this.leavesWhenCancelled = leavesWhenCancelled;
    }

    Meaning of(Stand stand, Set<FindingKind> said) {
        if (said.contains(FindingKind.LIVE)) {
            return attended(stand, StatusCode.ATTENDED);
        }
        if (said.contains(FindingKind.ON_DEMAND)) {
            return attended(stand, StatusCode.ATTENDED_ON_DEMAND);
        }
        var meaning = stand.registered() ? registered(stand, said) : Meaning.NOTHING;
        var silent = meaning.effect() == Effect.UNTOUCHED;
        return silent && said.contains(FindingKind.REGISTERED) ? there(stand) : meaning;
    }

    /** From whatever earlier status: that somebody was there is a fact. */
    private Meaning attended(Stand stand, StatusCode to) {
        if (stand.closed()) {
            return new Meaning(Effect.CLOSED, to);
        }
        var move = channel.progression().move(stand.at(), channel.status(to));
        if (move instanceof Skip skip) {
            return new Meaning(skip.reason() == Reason.ALREADY_THERE ? Effect.THERE : Effect.FURTHER, to);
        }
        if (stand.leftSince()) {
            return new Meaning(Effect.STAYS_OUT, to);
        }
        return new Meaning(stand.heard().contains(to) ? Effect.DECIDED : Effect.CHANGED, to);
    }

    /**
     * Whether somebody cancelled at the provider and is left in the program all the same, which somebody has to look at,
     * whatever else the report comes to for them. Who attended has changed their mind.
     */
    boolean keeps(Stand stand, Set<FindingKind> said) {
        return !leavesWhenCancelled
                && stand.registered()
                && said.contains(FindingKind.CANCELLED)
                && Collections.disjoint(said, OUTWEIGH);
    }

    /** What else a report may say is only about somebody who is registered. */
    private Meaning registered(Stand stand, Set<FindingKind> said) {
        if (said.contains(FindingKind.DENIED)) {
            return new Meaning(Effect.CHANGED, StatusCode.REGISTRATION_ERROR);
        }
        if (said.contains(FindingKind.CANCELLED) && leavesWhenCancelled) {
            return new Meaning(Effect.CHANGED, StatusCode.NOT_IN_PROGRAM);
        }
        if (said.contains(FindingKind.ABSENT) && stand.acceptedInTime()) {
            return absent(stand);
        }
        return keeps(stand, said) ? new Meaning(Effect.KEPT, StatusCode.NOT_IN_PROGRAM) : Meaning.NOTHING;
    }

    /** Whoever is registered there is told of here, and no more than that: nobody is let in by signing up elsewhere. */
    private Meaning there(Stand stand) {
        if (stand.closed() || !stand.at().inProgram()) {
            return Meaning.NOTHING;
        }
        if (stand.registered()) {
            return stand.unsettled() ? new Meaning(Effect.SETTLED, StatusCode.REGISTERED) : Meaning.NOTHING;
        }
        if (stand.at().is(StatusCode.REGISTRATION_ERROR) && stand.unsettled()) {
            return new Meaning(Effect.CHANGED, StatusCode.REGISTERED);
        }
        var before = stand.at().step() < channel.status(StatusCode.REGISTERED).step();
        return before ? new Meaning(Effect.SIGNED_UP, StatusCode.REGISTERED) : Meaning.NOTHING;
    }

    private static Meaning absent(Stand stand) {
        var again = stand.heard().contains(StatusCode.NO_SHOW);
        return new Meaning(again ? Effect.DECIDED : Effect.CHANGED, StatusCode.NO_SHOW);
    }
}
