package rollcall.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rollcall.program.WallClock.Never;
import rollcall.program.WallClock.Once;
import rollcall.program.WallClock.Twice;

class WallClockTest {

    @ParameterizedTest
    @CsvSource({
        "2026-09-03T16:00, Europe/Stockholm,    2026-09-03T14:00:00Z",
        "2026-12-03T16:00, Europe/Stockholm,    2026-12-03T15:00:00Z",
        "2027-03-28T01:59, Europe/Berlin,       2027-03-28T00:59:00Z",
        "2027-03-28T03:00, Europe/Berlin,       2027-03-28T01:00:00Z",
        "2026-10-25T03:00, Europe/Berlin,       2026-10-25T02:00:00Z",
        "2027-03-28T02:30, UTC,                 2027-03-28T02:30:00Z",
        "2027-03-28T02:30, Asia/Kolkata,        2027-03-27T21:00:00Z",
    })
    void mostTimesAreShownOnce(LocalDateTime local, ZoneId zone, Instant at) {
        assertThat(WallClock.read(local, zone)).isEqualTo(new Once(at));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-28T02:30, Europe/Berlin,       2027-03-28T01:30, 2027-03-28T03:30",
        "2027-03-28T02:00, Europe/Berlin,       2027-03-28T01:00, 2027-03-28T03:00",
        "2027-03-14T02:15, America/New_York,    2027-03-14T01:15, 2027-03-14T03:15",
        "2026-10-04T02:10, Australia/Lord_Howe, 2026-10-04T01:40, 2026-10-04T02:40",
    })
    void someTimesAreSkipped(LocalDateTime local, ZoneId zone, LocalDateTime before, LocalDateTime after) {
        assertThat(WallClock.read(local, zone)).isEqualTo(new Never(before, after));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T02:30, Europe/Berlin,       +02:00, 2026-10-25T00:30:00Z",
        "2026-10-25T02:30, Europe/Berlin,       +01:00, 2026-10-25T01:30:00Z",
        "2026-11-01T01:00, America/New_York,    -04:00, 2026-11-01T05:00:00Z",
        "2026-11-01T01:00, America/New_York,    -05:00, 2026-11-01T06:00:00Z",
    })
    void someTimesAreShownTwice(LocalDateTime local, ZoneId zone, String offset, Instant at) {
        var twice = (Twice) WallClock.read(local, zone);
        assertThat(twice.with(offset)).isEqualTo(at);
        assertThat(twice.with("")).isNull();
        assertThat(twice.with("+09:00")).isNull();
    }
}
