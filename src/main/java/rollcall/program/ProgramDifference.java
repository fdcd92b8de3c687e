package rollcall.program;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rollcall.web.Times;

/**
 * One part of a program as it is now and as somebody wants it.
 *
 * @param part the key of a message
 * @param theirs as it is stored; empty for nothing
 * @param yours as it was typed; empty for nothing
 */
record ProgramDifference(String part, Object theirs, Object yours) {

    public boolean differs() {
        return !theirs.equals(yours);
    }

    /** All parts, in the order of the form. */
    static List<ProgramDifference> between(ProgramPlan theirs, ProgramPlan yours, Times times) {
        return List.of(
                of("program.name", theirs.name(), yours.name()),
                of("program.description", theirs.description(), yours.description()),
                of("program.zone", theirs.zone(), yours.zone()),
                of(
                        "program.start",
                        times.dateTime(theirs.startsAt(), theirs.zone()),
                        times.dateTime(yours.startsAt(), yours.zone())),
                of(
                        "program.end",
                        times.dateTime(theirs.endsAt(), theirs.zone()),
                        times.dateTime(yours.endsAt(), yours.zone())),
                of("program.address", theirs.webinarAddress(), yours.webinarAddress()),
                of("program.capacity", theirs.capacity(), yours.capacity()),
                of("program.approval", theirs.approvalRequired(), yours.approvalRequired()),
                of("program.four-eyes", theirs.fourEyes(), yours.fourEyes()),
                of("program.waitlist", theirs.waitlistOn(), yours.waitlistOn()));
    }

    private static ProgramDifference of(String part, @Nullable Object theirs, @Nullable Object yours) {
        return new ProgramDifference(
                part, Objects.requireNonNullElse(theirs, ""), Objects.requireNonNullElse(yours, ""));
    }
}
