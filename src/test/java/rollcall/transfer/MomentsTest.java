package rollcall.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-03-02T17:00:00Z              | 2026-03-02T17:00:00Z
        2026-03-02T17:00:00.123Z          | 2026-03-02T17:00:00.123Z
        2026-03-02T09:00:00-08:00         | 2026-03-02T17:00:00Z
        2026-03-02T09:00:00-0800          | 2026-03-02T17:00:00Z
        2026-03-02T18:00                  | 2026-03-02T17:00:00Z
        2026-03-02 18:00:00               | 2026-03-02T17:00:00Z
        2026-03-02 18:00                  | 2026-03-02T17:00:00Z
        2026-03-02 18:00:00 UTC           | 2026-03-02T18:00:00Z
        2026-03-02T18:00+01:00[Europe/Stockholm] | 2026-03-02T17:00:00Z
        2026-03-02                        | 2026-03-01T23:00:00Z
        2026/03/02 18:00                  | 2026-03-02T17:00:00Z
        2.3.2026                          | 2026-03-01T23:00:00Z
        02.03.2026 18:00                  | 2026-03-02T17:00:00Z
        Mar 22, 2025 19:13:27             | 2025-03-22T18:13:27Z
        May 2, 2026 09:12 AM              | 2026-05-02T07:12:00Z
        Mar 2, 2026 08:25 AM CET          | 2026-03-02T07:25:00Z
        Feb 13, 2020 08:25 AM PST         | 2020-02-13T16:25:00Z
        Thu, Feb 13, 2020 08:25 PM EST    | 2020-02-14T01:25:00Z
        22 Mar 2025 19:13                 | 2025-03-22T18:13:00Z
        """)
    void readsWhatIsoAndProvidersWrite(String cell, Instant instant) {
        assertThat(new Moments(STOCKHOLM, DayOrder.UNSAID).read(cell)).contains(instant);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        03/04/2026,            2026-04-02T22:00:00Z, 2026-03-03T23:00:00Z
        3-4-2026 08:00,        2026-04-03T06:00:00Z, 2026-03-04T07:00:00Z
        03/04/26 08:00 PM,     2026-04-03T18:00:00Z, 2026-03-04T19:00:00Z
        03/04/2026 08:00:00 PM, 2026-04-03T18:00:00Z, 2026-03-04T19:00:00Z
        """)
    void asksWhichOfTwoDatesIsMeant(String cell, Instant dayFirst, Instant monthFirst) {
        assertThat(Moments.ambiguous(cell)).isTrue();
        assertThat(new Moments(STOCKHOLM, DayOrder.UNSAID).leavesOpen(cell)).isTrue();
        assertThat(new Moments(STOCKHOLM, DayOrder.UNSAID).read(cell)).isEmpty();
        assertThat(new Moments(STOCKHOLM, DayOrder.DAY_FIRST).leavesOpen(cell)).isFalse();
        assertThat(new Moments(STOCKHOLM, DayOrder.DAY_FIRST).read(cell)).contains(dayFirst);
        assertThat(new Moments(STOCKHOLM, DayOrder.MONTH_FIRST).read(cell)).contains(monthFirst);
    }

    @ParameterizedTest
    @CsvSource({
        "22/03/2026, 2026-03-21T23:00:00Z",
        "03/22/2026, 2026-03-21T23:00:00Z",
        "04/04/2026, 2026-04-03T22:00:00Z"
    })
    void doesNotAskWhereOnlyOneDateIsPossible(String cell, Instant instant) {
        assertThat(Moments.ambiguous(cell)).isFalse();
        for (var order : DayOrder.values()) {
            assertThat(new Moments(STOCKHOLM, order).read(cell)).contains(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"soon", "2026-02-30x", "2026-13-01", "31/31/2026", "12:00", "1026-03-02", "9999999999999", "2026"
            })
    void refusesWhatIsNoDate(String cell) {
        assertThat(new Moments(STOCKHOLM, DayOrder.DAY_FIRST).read(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29 02:30, ''", "2026-10-25 02:30, 2026-10-25T00:30:00Z"})
    void anHourThatWasPassedOverDoesNotExistAndOfTwoTheFirstIsMeant(String cell, String instant) {
        var read = new Moments(STOCKHOLM, DayOrder.UNSAID).read(cell);

        assertThat(read.map(Instant::toString).orElse("")).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "--, true", "-, true", "N/A, true", "---, false", "2026-03-02, false"})
    void dashesSayNothing(String cell, boolean blank) {
        assertThat(Moments.blank(cell)).isEqualTo(blank);
    }
}
