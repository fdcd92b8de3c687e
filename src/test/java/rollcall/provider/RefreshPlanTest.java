package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshPlanTest {

    private static final Instant END = Instant.parse("2026-03-09T10:00:00Z");

    @ParameterizedTest(name = "{0} after the end comes {1}")
    @CsvSource(textBlock = """
        PT-48H    , PT30M
        PT0S      , PT30M
        PT29M59S  , PT30M
        PT30M     , PT2H
        PT1H      , PT2H
        PT2H      , PT6H
        PT6H      , PT24H
        PT23H     , PT24H
        PT24H     , PT48H
        PT71H     , PT72H
        PT719H    , PT720H
        """)
    void theFirstPlannedTimeThatIsStillToCome(Duration now, Duration next) {
        assertThat(RefreshPlan.next(END, END.plus(now))).isEqualTo(END.plus(next));
    }

    @Test
    void afterThirtyDaysItIsOver() {
        assertThat(RefreshPlan.next(END, END.plus(Duration.ofDays(30)))).isNull();
    }

    @ParameterizedTest(name = "failed {0} times: again after {2}")
    @CsvSource(textBlock = """
        1  ,       , PT10M
        2  ,       , PT20M
        3  ,       , PT40M
        5  ,       , PT2H40M
        6  ,       , PT5H20M
        7  ,       , PT6H
        99 ,       , PT6H
        1  , PT1H  , PT1H
        1  , PT5M  , PT10M
        1  , PT19H , PT19H
        1  , PT48H , PT48H
        """)
    void whatFailedIsTriedAgainEverMoreRarelyButNotLaterThanPlannedNorBeforeTheProviderWants(
            int failures, Duration notBefore, Duration again) {
        var now = END.plus(Duration.ofHours(28));
        var asked = notBefore == null ? null : now.plus(notBefore);
        assertThat(RefreshPlan.again(failures, END, now, asked)).isEqualTo(now.plus(again));
    }

    @ParameterizedTest(name = "failed {0} times an hour before the next: again after {1}")
    @CsvSource(textBlock = """
        1 , PT10M
        4 , PT1H
        9 , PT1H
        """)
    void thePlannedTimeIsTheLatest(int failures, Duration again) {
        var now = END.plus(Duration.ofHours(5));
        assertThat(RefreshPlan.again(failures, END, now, null)).isEqualTo(now.plus(again));
    }

    @Test
    void nothingIsTriedAgainWhenNothingIsPlannedAnyMore() {
        var over = END.plus(Duration.ofDays(30));
        assertThat(RefreshPlan.again(1, END, over, null)).isNull();
        assertThat(RefreshPlan.again(1, END, END, over.plusSeconds(1))).isNull();
    }
}
