package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.member.MembersFixture;
import rollcall.program.Program;
import rollcall.testing.TestClock;

abstract class HintsTests {

    private static final long SEED = 20_260_302;

    @Autowired
    private Hints hints;

    @Autowired
    private Webinars webinars;

    @Autowired
    private WebinarRows rows;

    @Autowired
    private ConnectionFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private TestClock clock;

    private long connection;
    private Program program;
    private EventRef event;

    @BeforeEach
    void begin() {
        clock.set(TestClock.START);
        connection = fixture.some();
        program = members.program(null);
        event = fixture.hold(program, connection);
    }

    private Heard.Item item(Heard.What what) {
        return new Heard.Item(event.externalId(), what, clock.instant());
    }

    private Webinar webinar() {
        return webinars.of(program.key()).orElseThrow();
    }

    @Test
    void newsOfRegistrationsHaveTheEventReadInAMinute() {
        hints.take(connection, item(Heard.What.REGISTRATIONS));
        assertThat(webinar().nextRefreshAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void aProviderWithoutAConnectionTellsToo() {
        var simulated = members.program(null);
        var there = webinars.choose(simulated, "simulator").event();
        rows.refreshNext(simulated.key(), null);

        hints.on(new RegistrantsChanged(there));

        assertThat(webinars.of(simulated.key()).orElseThrow().nextRefreshAt())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(webinar().nextRefreshAt())
                .as("of another event")
                .isNotEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void aReadingThatComesSoonerStays() {
        var soon = clock.instant().plusSeconds(10);
        rows.refreshNext(program.key(), soon);
        hints.take(connection, item(Heard.What.REGISTRATIONS));
        assertThat(webinar().nextRefreshAt()).isEqualTo(soon);
    }

    @Test
    void whoWantsNoRefreshesByThemselvesGetsNone() {
        rows.set(program.key(), true, false);
        rows.refreshNext(program.key(), null);
        hints.take(connection, item(Heard.What.REGISTRATIONS));
        assertThat(webinar().nextRefreshAt()).isNull();
    }

    @Test
    void anotherConnectionSaysNothingOfThisEvent() {
        rows.refreshNext(program.key(), null);
        hints.take(fixture.some(), item(Heard.What.REGISTRATIONS));
        assertThat(webinar().nextRefreshAt()).isNull();
    }

    @Test
    void theEndThereIsWhereThePlanCountsFrom() {
        hints.take(connection, item(Heard.What.BEGAN));
        hints.take(connection, item(Heard.What.ENDED));
        assertThat(webinar().begunAt()).isEqualTo(clock.instant());
        assertThat(webinar().nextRefreshAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void aThousandShuffledAndRepeatedOnesComeToOneReading() throws Exception {
        var calls = new ArrayList<Callable<Void>>();
        IntStream.range(0, 500)
                .forEach(n -> Collections.nCopies(2, item(Heard.What.REGISTRATIONS))
                        .forEach(one -> calls.add(() -> {
                            hints.take(connection, one);
                            return null;
                        })));
        Collections.shuffle(calls, new Random(SEED));
        try (var lanes = Executors.newFixedThreadPool(8)) {
            for (var done : lanes.invokeAll(calls)) {
                done.get();
            }
        }
        assertThat(List.of(webinar().nextRefreshAt()))
                .containsExactly(clock.instant().plus(Duration.ofMinutes(1)));
    }
}
