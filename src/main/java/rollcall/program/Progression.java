package rollcall.program;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rollcall.program.Move.Advance;
import rollcall.program.Move.Join;
import rollcall.program.Move.Leave;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;

/** The rule, written once: members move only to an equal or a higher step, and may always leave and come back. */
public final class Progression {

    private final List<Status> statuses;

    Progression(List<Status> statuses) {
        this.statuses = statuses.stream().sorted(Status.ORDER).toList();
    }

    /**
     * What asking for {@code to} comes to for somebody who stands at {@code from}; null stands for somebody who never was
     * in the program. So are facts and decisions of Rollcall's own answered; who chooses a status asks {@link #choose}.
     */
    public Move move(@Nullable Status from, Status to) {
        if (from == null || !from.inProgram()) {
            return to.inProgram() ? new Join(from, to) : new Skip(from, Reason.ALREADY_THERE);
        }
        if (from.key().equals(to.key())) {
            return new Skip(from, Reason.ALREADY_THERE);
        }
        if (!to.inProgram()) {
            return new Leave(from, to);
        }
        return to.step() >= from.step() ? new Advance(from, to) : new Skip(from, Reason.ALREADY_PAST);
    }

    /** As {@link #move}, for whoever is free to choose: a hidden status is not to be had any more. */
    public Move choose(@Nullable Status from, Status to) {
        var move = move(from, to);
        return to.hidden() && !(move instanceof Skip) ? new Skip(from, Reason.HIDDEN) : move;
    }

    /** Every status that can be chosen, in the order of steps, Not in Program last: leaving is not the first thing to think of. */
    public List<Status> offered() {
        var shown = statuses.stream().filter(status -> !status.hidden()).toList();
        return Stream.concat(
                        shown.stream().filter(Status::inProgram), shown.stream().filter(status -> !status.inProgram()))
                .toList();
    }

    /** Those among {@link #offered} that somebody at {@code from} may be given next. */
    public List<Status> openTo(@Nullable Status from) {
        return offered().stream()
                .filter(to -> !(choose(from, to) instanceof Skip))
                .toList();
    }
}
