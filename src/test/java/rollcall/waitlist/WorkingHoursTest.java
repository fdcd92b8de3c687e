package rollcall.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static final WorkingHours OFFICE =
            new WorkingHours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 8 * 60, 17 * 60);

    /** Stockholm is at UTC+1, from the 29th of March 2026 on at UTC+2, from the 25th of October on at UTC+1. */
    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-03-02T09:00:00Z, PT4H,  2026-03-02T13:00:00Z, within one day",
        "2026-03-02T22:00:00Z, PT4H,  2026-03-03T11:00:00Z, made at night it begins in the morning",
        "2026-03-02T05:00:00Z, PT1H,  2026-03-02T08:00:00Z, made before the office opens",
        "2026-03-02T14:00:00Z, PT4H,  2026-03-03T09:00:00Z, goes on the next day",
        "2026-03-06T15:00:00Z, PT2H,  2026-03-09T08:00:00Z, over the weekend",
        "2026-03-07T12:00:00Z, PT9H,  2026-03-09T16:00:00Z, made on a Saturday it ends with the Monday",
        "2026-03-27T15:00:00Z, PT2H,  2026-03-30T07:00:00Z, the clocks go forward at the weekend",
        "2026-10-23T14:00:00Z, PT2H,  2026-10-26T08:00:00Z, the clocks go back at the weekend",
    })
    void timeRunsInTheOffice(Instant made, Duration duration, Instant until, String why) {
        assertThat(OFFICE.after(made, duration, STOCKHOLM)).as(why).isEqualTo(until);
    }

    @Test
    void timeAlwaysRunsByItself() {
        var made = Instant.parse("2026-03-28T20:00:00Z");
        assertThat(WorkingHours.ALWAYS.after(made, Duration.ofHours(24), STOCKHOLM))
                .isEqualTo(made.plus(Duration.ofHours(24)));
    }

    @Test
    void aNightInWhichTheClocksSkipTwoIsAnHourShorter() {
        var night = new WorkingHours(Set.of(DayOfWeek.SUNDAY), 60, 4 * 60);
        assertThat(night.after(Instant.parse("2026-03-28T12:00:00Z"), Duration.ofHours(2), STOCKHOLM))
                .isEqualTo(Instant.parse("2026-03-29T02:00:00Z"));
        assertThat(night.after(Instant.parse("2026-10-24T12:00:00Z"), Duration.ofHours(4), STOCKHOLM))
                .isEqualTo(Instant.parse("2026-10-25T03:00:00Z"));
    }

    @Test
    void areStoredAsBits() {
        assertThat(OFFICE.bits()).isEqualTo(0b11111);
        assertThat(WorkingHours.of(0b11111, 480, 1020)).isEqualTo(OFFICE);
        assertThat(WorkingHours.ALWAYS.bits()).isEqualTo(127);
    }

    @Test
    void withoutAnHourNoOfferWouldEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkingHours(Set.of(), 0, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkingHours(Set.of(DayOfWeek.MONDAY), 60, 60));
    }
}
