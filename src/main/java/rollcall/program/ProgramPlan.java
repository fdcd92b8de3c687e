package rollcall.program;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What a manager says about a program; see {@link Program} for the meaning of each part. */
public record ProgramPlan(
        String name,
        String description,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        @Nullable Integer capacity,
        boolean approvalRequired,
        boolean waitlistOn,
        boolean fourEyes,
        @Nullable String webinarAddress) {

    public static ProgramPlan of(Program program) {
        return new ProgramPlan(
                program.name(),
                program.description(),
                program.startsAt(),
                program.endsAt(),
                program.zoneId(),
                program.capacity(),
                program.approvalRequired(),
                program.waitlistOn(),
                program.fourEyes(),
                program.webinarAddress());
    }

    /** This plan with that many seats. */
    public ProgramPlan seating(int seats) {
        return new ProgramPlan(
                name,
                description,
                startsAt,
                endsAt,
                zone,
                seats,
                approvalRequired,
                waitlistOn,
                fourEyes,
                webinarAddress);
    }
}
