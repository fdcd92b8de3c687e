package rollcall.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.provider.AttendanceKind;
import rollcall.provider.AttendanceRecord;
import rollcall.provider.Decision;
import rollcall.provider.EventRef;
import rollcall.testing.TestClock;

abstract class CrowdTests {

    @Autowired
    Stage stage;

    @Autowired
    Simulator simulator;

    @Autowired
    SimulatorFixture fixture;

    @Autowired
    TestClock clock;

    EventRef event;
    long id;

    @BeforeEach
    void open() {
        event = fixture.event();
        id = SimulatorFixture.id(event);
    }

    void playToTheEnd() {
        stage.start(id);
        clock.advance(Duration.ofHours(1));
        stage.end(id);
    }

    @Test
    void ofAThousandSixHundredAreLiveAndAHundredAndTwentyWatchLater() {
        fixture.crowd(event, 1_000);
        playToTheEnd();

        assertThat(stage.crowd(id)).isEqualTo(new Crowd.Came(600, 120));
        assertThat(fixture.seen(event, "LIVE")).isEqualTo(those(nth -> nth * 61 % 100 < 60));
        assertThat(fixture.seen(event, "ON_DEMAND"))
                .isEqualTo(those(nth -> nth * 61 % 100 >= 60 && nth * 61 % 100 < 72));
        assertThat(simulator.attendance(event, AttendanceKind.LIVE, null).items())
                .allSatisfy(one -> assertThat(one.attended()).isBetween(Duration.ofMinutes(12), Duration.ofHours(1)))
                .allSatisfy(one -> assertThat(one.from()).isEqualTo(TestClock.START))
                .satisfies(all -> assertThat(
                                all.stream().map(AttendanceRecord::attended).distinct())
                        .hasSizeGreaterThan(40));
    }

    private static List<Long> those(LongPredicate chosen) {
        return SimulatorFixture.upTo(1_000).stream().filter(chosen::test).toList();
    }

    @Test
    void addressesDoWhatTheySay() {
        for (int i = 1; i <= 5; i++) {
            fixture.register(event, i + "+live@example.org");
            fixture.register(event, i + "+ondemand@example.org");
            fixture.register(event, i + "+noshow@example.org");
        }
        playToTheEnd();

        assertThat(stage.crowd(id)).isEqualTo(new Crowd.Came(5, 5));
        assertThat(fixture.seen(event, "LIVE")).containsExactly(1L, 4L, 7L, 10L, 13L);
        assertThat(fixture.seen(event, "ON_DEMAND")).containsExactly(2L, 5L, 8L, 11L, 14L);
    }

    @Test
    void whoWasSeenStaysAndWhoIsOutDoesNotCome() {
        var seen = fixture.accepted(event, "seen+noshow@example.org").registrant();
        var away = fixture.accepted(event, "away+live@example.org").registrant();
        var out = fixture.accepted(event, "out+live@example.org").registrant();
        fixture.register(event, "waits+pending+live@example.org");
        simulator.decide(event, out, Decision.CANCEL);
        playToTheEnd();
        stage.attends(id, seen.registrantId(), AttendanceKind.ON_DEMAND, 7);
        stage.staysAway(id, away.registrantId());

        assertThat(stage.crowd(id)).isEqualTo(new Crowd.Came(0, 0));
        assertThat(fixture.seen(event, "ON_DEMAND")).containsExactly(1L);
        assertThat(fixture.seen(event, "LIVE")).isEmpty();
    }

    @Test
    void aSecondCrowdBringsOnlyWhoIsNew() {
        fixture.crowd(event, 100);
        stage.start(id);
        assertThat(stage.crowd(id)).isEqualTo(new Crowd.Came(60, 12));
        fixture.register(event, "late+live@example.org");
        assertThat(stage.crowd(id)).isEqualTo(new Crowd.Came(1, 0));
    }

    @Test
    void nobodyComesBeforeItHasStarted() {
        fixture.crowd(event, 10);
        assertThat(stage.crowd(id)).isEqualTo(new Crowd.Came(0, 0));
        assertThat(fixture.rows("simulated_attendance", event)).isZero();
    }
}
