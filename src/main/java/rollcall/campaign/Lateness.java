package rollcall.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import rollcall.program.Program;

/**
 * Until when a run that nobody started in time is made up for. Later it is left out: what it says, such as “tomorrow” or “in
 * an hour”, would not be true any more.
 */
final class Lateness {

    private static final Duration LONGEST = Duration.ofHours(24);

    private Lateness() {}

    static boolean tooLate(Definition definition, Program program, Instant at, Instant now) {
        var ends = Stream.concat(
                Timetable.scheduled(definition, at) ? Stream.of(at.plus(LONGEST)) : Stream.empty(),
                Timetable.arounds(definition)
                        .filter(one -> one.of(program).equals(at))
                        .map(one -> until(one, program)));
        return ends.noneMatch(now::isBefore);
    }

    private static Instant until(EventTime time, Program program) {
        var at = time.of(program);
        var latest = at.plus(LONGEST);
        if (time.side() == EventTime.Side.BEFORE && time.amount() > 0) {
            return earlier(latest, beforeIt(time, program, at));
        }
        return at.isBefore(program.endsAt()) ? earlier(latest, program.endsAt()) : latest;
    }

    /** Half of the time up to the event; and what is counted in days is true on that day only. */
    private static Instant beforeIt(EventTime time, Program program, Instant at) {
        var half = at.plus(Duration.between(at, time.event(program)).dividedBy(2));
        return time.unit() == EventTime.Unit.DAYS ? earlier(half, midnight(at, program)) : half;
    }

    private static Instant midnight(Instant at, Program program) {
        var zone = program.zoneId();
        return at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
