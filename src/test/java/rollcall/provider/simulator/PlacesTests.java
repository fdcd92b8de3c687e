package rollcall.provider.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.provider.EventRef;

/** The places of a webinar under many hands. */
abstract class PlacesTests {

    private static final int THREADS = 16;

    @Autowired
    SimulatorFixture fixture;

    @Autowired
    SimulatedWebinars webinars;

    @Autowired
    SimulatedRegistrants registrants;

    @Autowired
    SimulatedTries tries;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @Test
    void theLastPlacesAreGivenOnceEach() throws Exception {
        var event = fixture.event();
        fixture.limit(event, 5);

        var words = together(THREADS, i -> SimulatorFixture.word(fixture.register(event, i + "@example.org")));

        assertThat(words).filteredOn("accepted"::equals).hasSize(5);
        assertThat(words).filteredOn("CAPACITY_FULL"::equals).hasSize(11);
        assertThat(fixture.rows("simulated_registrant", event)).isEqualTo(5);
        assertThat(fixture.webinar(event).taken()).isEqualTo(5);
    }

    @Test
    void oneAddressSentFromManySidesIsOneRegistrant() throws Exception {
        var event = fixture.event();

        var ids = together(
                THREADS,
                i -> fixture.accepted(event, "ada@example.org").registrant().registrantId());

        assertThat(ids).containsOnly(ids.getFirst());
        assertThat(fixture.rows("simulated_registrant", event)).isEqualTo(1);
    }

    /** The negative control: without the lock the same race gives the last place twice. */
    @Test
    void withoutTheLockTheLastPlaceIsGivenTwice() throws Exception {
        var event = fixture.event();
        fixture.limit(event, 1);
        var bothLooked = new CyclicBarrier(2);
        var unlocked = new Reception(id -> lookTogether(id, bothLooked), webinars, registrants, tries, clock);
        var transaction = new TransactionTemplate(transactions);

        var words = together(
                2,
                i -> transaction.execute(begun -> SimulatorFixture.word(
                        unlocked.register(SimulatorFixture.id(event), SimulatorFixture.request(i + "@example.org")))));

        assertThat(words).containsExactly("accepted", "accepted");
        assertThat(taken(event)).isEqualTo(2);
    }

    private long taken(EventRef event) {
        return fixture.webinar(event).taken();
    }

    private Optional<SimulatedWebinar> lookTogether(long id, CyclicBarrier bothLooked) {
        try {
            var seen = webinars.find(id);
            return Optional.of(numbered(seen.orElseThrow(), bothLooked.await(20, TimeUnit.SECONDS)));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** As it was seen, save that the registrant who comes next gets another number. */
    private static SimulatedWebinar numbered(SimulatedWebinar seen, int arrival) {
        return new SimulatedWebinar(
                seen.id(),
                seen.programId(),
                seen.title(),
                seen.startsAt(),
                seen.endsAt(),
                seen.zone(),
                seen.startedAt(),
                seen.endedAt(),
                seen.settings(),
                seen.registered() + arrival,
                seen.taken(),
                seen.windowFrom(),
                seen.windowCalls());
    }

    private static <T> List<T> together(int threads, IntFunction<T> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var futures = IntStream.range(0, threads)
                    .mapToObj(i -> executor.submit((Callable<T>) () -> {
                        start.await();
                        return work.apply(i);
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (Future<T> future : futures) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        }
    }
}
