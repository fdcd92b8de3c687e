package rollcall.campaign;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import rollcall.program.Program;

/**
 * A time told by the event's own: an hour before the start, a day after the end.
 *
 * @param amount 0 for the very moment
 * @param unit minutes, hours or days; days are those of the program's calendar, so that a day before 10:00 is 10:00 also
 *     when the clocks were changed in between
 */
public record EventTime(Point point, Side side, int amount, Unit unit) {

    public enum Point {
        START,
        END
    }

    public enum Side {
        BEFORE,
        AFTER
    }

    /** What durations are counted in. */
    public enum Unit {
        MINUTES(ChronoUnit.MINUTES),
        HOURS(ChronoUnit.HOURS),
        DAYS(ChronoUnit.DAYS);

        private final ChronoUnit chrono;

        Unit(ChronoUnit chrono) {
            this.chrono = chrono;
        }

        public ChronoUnit chrono() {
            return chrono;
        }
    }

    /** That time for a program. In a gap of the clocks it is the moment after it, in an overlap the earlier of the two. */
    public Instant of(Program program) {
        var signed = side == Side.BEFORE ? -amount : amount;
        return event(program)
                .atZone(program.zoneId())
                .plus(signed, unit.chrono())
                .toInstant();
    }

    /** What it is told by: the start or the end. */
    Instant event(Program program) {
        return point == Point.START ? program.startsAt() : program.endsAt();
    }
}
