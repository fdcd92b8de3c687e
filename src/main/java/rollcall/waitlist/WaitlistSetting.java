package rollcall.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rollcall.program.Program;

/**
 * How a program's waitlist is dealt with.
 *
 * @param offerMinutes how long an offer holds a seat, counted in {@code hours}
 * @param stopMinutes how long before the start promotion ends, and free seats go to whoever comes; null for never
 * @param most how many may wait at most; null for any number
 * @param halted whether somebody has stopped promotion for now
 */
record WaitlistSetting(
        Mode mode,
        int offerMinutes,
        WorkingHours hours,
        @Nullable Integer stopMinutes,
        @Nullable Integer most,
        boolean halted) {

    /** What holds for a program that nobody has set anything for. */
    static final WaitlistSetting USUAL =
            new WaitlistSetting(Mode.AUTOMATIC, 24 * 60, WorkingHours.ALWAYS, null, null, false);

    /** Why nobody is promoted by itself. */
    enum Rest {
        /** Everybody who waits could be let in, by hand. */
        NO_LIMIT,
        ARCHIVED,
        /** The webinar is over. */
        ENDED,
        /** The stop time has come. */
        STOP_TIME,
        HALTED,
        MANUAL
    }

    /** Empty when seats are handed on. */
    Optional<Rest> rest(Program program, Instant now) {
        if (!program.limited()) {
            return Optional.of(Rest.NO_LIMIT);
        }
        if (program.archived()) {
            return Optional.of(Rest.ARCHIVED);
        }
        if (program.endedBy(now)) {
            return Optional.of(Rest.ENDED);
        }
        if (stoppedBy(program, now)) {
            return Optional.of(Rest.STOP_TIME);
        }
        if (halted) {
            return Optional.of(Rest.HALTED);
        }
        return mode == Mode.MANUAL ? Optional.of(Rest.MANUAL) : Optional.empty();
    }

    boolean stoppedBy(Program program, Instant now) {
        return stopMinutes != null && !now.isBefore(stopsAt(program));
    }

    /** When promotion ends at the latest. */
    Instant stopsAt(Program program) {
        return stopMinutes == null ? program.endsAt() : program.startsAt().minus(Duration.ofMinutes(stopMinutes));
    }

    /** Until when an offer holds that is made now: a whole second, and never after promotion has ended. */
    Instant offerUntil(Program program, Instant now) {
        var whole = hours.after(now, Duration.ofMinutes(offerMinutes), program.zoneId());
        var end = stopsAt(program).isBefore(whole) ? stopsAt(program) : whole;
        return end.truncatedTo(ChronoUnit.SECONDS);
    }

    WaitlistSetting halted(boolean now) {
        return new WaitlistSetting(mode, offerMinutes, hours, stopMinutes, most, now);
    }
}
