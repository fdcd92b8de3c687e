package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rollcall.campaign.EventTime.Point;
import rollcall.campaign.EventTime.Side;
import rollcall.campaign.EventTime.Unit;
import rollcall.program.Program;

class TimetableTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);

    /** The clocks go from 2:00 to 3:00: half past two is half past three, once. */
    @Test
    void aTimeInTheGapIsTheMomentBehindIt() {
        assertThat(times(new Schedule.Daily(HALF_PAST_TWO, BERLIN), "2027-03-26T12:00:00Z", 3))
                .containsExactly("2027-03-27T01:30:00Z", "2027-03-28T01:30:00Z", "2027-03-29T00:30:00Z");
        assertThat(times(new Schedule.At(LocalDateTime.of(2027, 3, 28, 2, 30), BERLIN), "2027-03-01T00:00:00Z", 2))
                .containsExactly("2027-03-28T01:30:00Z");
    }

    /** The clocks go from 3:00 back to 2:00: half past two is there twice, and meant once. */
    @Test
    void aTimeInTheOverlapIsTheFirstOfTheTwo() {
        assertThat(times(new Schedule.Daily(HALF_PAST_TWO, BERLIN), "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
        assertThat(Timetable.next(new Schedule.Daily(HALF_PAST_TWO, BERLIN), Instant.parse("2026-10-25T00:30:00Z")))
                .contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void weeklyIsOnTheNamedDaysAndMonthlyOnTheLastDayOfAShortMonth() {
        var weekly = new Schedule.Weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), LocalTime.of(9, 0), BERLIN);
        assertThat(times(weekly, "2026-03-02T08:00:00Z", 3))
                .containsExactly("2026-03-05T08:00:00Z", "2026-03-09T08:00:00Z", "2026-03-12T08:00:00Z");
        assertThat(times(new Schedule.Monthly(31, LocalTime.of(9, 0), BERLIN), "2026-01-31T09:00:00Z", 4))
                .containsExactly(
                        "2026-02-28T08:00:00Z", "2026-03-31T07:00:00Z", "2026-04-30T07:00:00Z", "2026-05-31T07:00:00Z");
    }

    @Test
    void theEventsOwnTimesAndTheScheduleAreBothMeant() {
        var definition = new Definition(
                List.of(
                        new Trigger.Around(new EventTime(Point.START, Side.BEFORE, 1, Unit.DAYS)),
                        new Trigger.Around(new EventTime(Point.END, Side.AFTER, 0, Unit.MINUTES))),
                new Schedule.At(LocalDateTime.of(2026, 3, 29, 10, 0), BERLIN),
                Audience.EVERYBODY,
                List.of(),
                Again.ONCE,
                50);
        var program = program("2026-03-29T14:00:00Z", false);

        // A day before 16:00 is 16:00, though the clocks were changed in between.
        assertThat(times(definition, program, 4))
                .containsExactly("2026-03-28T15:00:00Z", "2026-03-29T08:00:00Z", "2026-03-29T15:00:00Z");
        assertThat(times(definition, program("2026-03-29T14:00:00Z", true), 4)).isEmpty();
    }

    private static List<String> times(Schedule schedule, String after, int most) {
        var times = new ArrayList<String>();
        var next = Timetable.next(schedule, Instant.parse(after));
        while (next.isPresent() && times.size() < most) {
            times.add(next.get().toString());
            next = Timetable.next(schedule, next.get());
        }
        return times;
    }

    private static List<String> times(Definition definition, Program program, int most) {
        var times = new ArrayList<String>();
        var next = Timetable.next(definition, program, Instant.parse("2026-03-01T00:00:00Z"));
        while (next.isPresent() && times.size() < most) {
            times.add(next.get().toString());
            next = Timetable.next(definition, program, next.get());
        }
        return times;
    }

    private static Program program(String start, boolean archived) {
        var at = Instant.parse(start);
        return new Program(
                1L,
                0,
                1,
                "P",
                "",
                at,
                at.plusSeconds(3600),
                "Europe/Berlin",
                null,
                false,
                false,
                false,
                null,
                archived ? at : null,
                false,
                at);
    }
}
