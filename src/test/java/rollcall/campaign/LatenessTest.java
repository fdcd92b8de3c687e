package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.campaign.EventTime.Point;
import rollcall.campaign.EventTime.Side;
import rollcall.campaign.EventTime.Unit;
import rollcall.program.Program;

/** Until when a run is made up for, of an event from 20:00 to 21:00 in Berlin, which is two hours later than UTC. */
class LatenessTest {

    private static final Instant START = Instant.parse("2026-05-01T18:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0} {1} {2} {3}: made up for until {4}")
    @CsvSource({
        // "Tomorrow" is not true any more on the day itself: midnight.
        "START, BEFORE, 1, DAYS, 2026-04-30T22:00:00Z",
        "START, BEFORE, 7, DAYS, 2026-04-24T22:00:00Z",
        // "In an hour" half an hour before.
        "START, BEFORE, 1, HOURS, 2026-05-01T17:30:00Z",
        "START, BEFORE, 6, HOURS, 2026-05-01T15:00:00Z",
        "START, BEFORE, 72, HOURS, 2026-04-29T18:00:00Z",
        "END, BEFORE, 10, MINUTES, 2026-05-01T18:55:00Z",
        // At its start and during the event, as long as it lasts.
        "START, BEFORE, 0, MINUTES, 2026-05-01T19:00:00Z",
        "START, AFTER, 15, MINUTES, 2026-05-01T19:00:00Z",
        // Afterwards, a day.
        "END, AFTER, 0, MINUTES, 2026-05-02T19:00:00Z",
        "END, AFTER, 1, DAYS, 2026-05-03T19:00:00Z",
        "START, AFTER, 3, DAYS, 2026-05-05T18:00:00Z"
    })
    void aTimeToldByTheEventIsMadeUpForAsLongAsItMakesSense(
            Point point, Side side, int amount, Unit unit, Instant until) {
        var definition = around(null, new EventTime(point, side, amount, unit));
        var at = new EventTime(point, side, amount, unit).of(program());

        assertThat(Lateness.tooLate(definition, program(), at, until.minusMillis(1)))
                .isFalse();
        assertThat(Lateness.tooLate(definition, program(), at, until)).isTrue();
    }

    /** A day before eight in the morning half of that day is over before midnight. */
    @Test
    void aDayBeforeIsNotMadeUpForWhenHalfOfItIsOver() {
        var early = program(Instant.parse("2026-05-01T06:00:00Z"));
        var dayBefore = new EventTime(Point.START, Side.BEFORE, 1, Unit.DAYS);
        var at = dayBefore.of(early);

        assertThat(Lateness.tooLate(around(null, dayBefore), early, at, Instant.parse("2026-04-30T17:59:59Z")))
                .isFalse();
        assertThat(Lateness.tooLate(around(null, dayBefore), early, at, Instant.parse("2026-04-30T18:00:00Z")))
                .isTrue();
    }

    /** Whatever else was to run at that moment keeps it: nine in the morning and an hour before ten are one time. */
    @Test
    void aScheduleIsMadeUpForADayAlsoAtATimeThatTheEventTells() {
        var hourBefore = new EventTime(Point.START, Side.BEFORE, 1, Unit.HOURS);
        var at = hourBefore.of(program());
        var both = around(new Schedule.Daily(LocalTime.of(19, 0), BERLIN), hourBefore);

        assertThat(Lateness.tooLate(both, program(), at, START)).isFalse();
        assertThat(Lateness.tooLate(both, program(), at, at.plusSeconds(86_399)))
                .isFalse();
        assertThat(Lateness.tooLate(both, program(), at, at.plusSeconds(86_400)))
                .isTrue();
    }

    private static Definition around(@Nullable Schedule schedule, EventTime... times) {
        return new Definition(
                Stream.of(times).map(one -> (Trigger) new Trigger.Around(one)).toList(),
                schedule,
                Audience.EVERYBODY,
                List.of(),
                Again.ONCE,
                50);
    }

    private static Program program() {
        return program(START);
    }

    private static Program program(Instant start) {
        return new Program(
                1L,
                0,
                1,
                "P",
                "",
                start,
                start.plusSeconds(3600),
                "Europe/Berlin",
                null,
                false,
                false,
                false,
                null,
                null,
                false,
                start);
    }
}
