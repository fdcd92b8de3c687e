package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.WAITLISTED;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rollcall.job.Attempts;
import rollcall.person.People;
import rollcall.program.Access;
import rollcall.program.Actor;
import rollcall.program.Move.Reason;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.Programs;

abstract class ConcurrencyTests {

    private static final int THREADS = 32;
    private static final int SEATS = 20;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Members members;

    @Autowired
    private SeatRows seatRows;

    @Autowired
    private MemberRows memberRows;

    @Autowired
    private People people;

    @Autowired
    private Settlement settlement;

    @Autowired
    private Programs programs;

    @Autowired
    private Access access;

    @Autowired
    private Attempts attempts;

    @Autowired
    private Clock clock;

    @Test
    void manyChangeTheSameMemberAndOneChangeIsWritten() throws Exception {
        var program = fixture.program(null);
        var member = fixture.member(program, INVITED);

        var outcomes = together(THREADS, i -> changes.change(fixture.ask(program, REGISTERED), member));

        assertThat(outcomes).filteredOn(Outcome::written).hasSize(1);
        assertThat(fixture.history(member)).containsExactly("-→INVITED", "INVITED→REGISTERED");
    }

    @Test
    void manyChangeDifferentMembersAndNoneIsLost() throws Exception {
        var program = fixture.program(null);
        var ids = fixture.members(program, THREADS, INVITED);

        together(THREADS, i -> changes.change(fixture.ask(program, REGISTERED), ids.get(i)));

        assertThat(fixture.counted(program)).isEqualTo(Map.of("REGISTERED", (long) THREADS));
        assertThat(members.counts(program.key())).isEqualTo(Map.of("REGISTERED", (long) THREADS));
    }

    @Test
    void bulksOverTheSameMembersInDifferentOrdersDoNotLockEachOtherOut() throws Exception {
        var program = fixture.program(null);
        var ids = fixture.members(program, 50, INVITED);

        var changed = together(THREADS, i -> {
            var order = new ArrayList<>(ids);
            Collections.rotate(order, i * 7);
            return changes.change(fixture.ask(program, i % 2 == 0 ? REGISTERED : ATTENDED), order)
                    .changed();
        });

        assertThat(changed.stream().mapToLong(Long::longValue).sum()).isBetween(50L, 100L);
        assertThat(fixture.counted(program)).isEqualTo(Map.of("ATTENDED", 50L));
    }

    @Test
    void onePersonWhoJoinsTwiceAtOnceIsOneMember() throws Exception {
        var program = fixture.program(null);
        var newcomer = List.of(Newcomer.of(fixture.people(1).getFirst()));

        var outcomes = together(
                THREADS,
                i -> changes.join(fixture.ask(program, REGISTERED), newcomer)
                        .outcomes()
                        .getFirst());

        assertThat(outcomes).filteredOn(Outcome::written).hasSize(1);
        assertThat(fixture.counted(program)).isEqualTo(Map.of("REGISTERED", 1L));
    }

    @Test
    void manySubmitsOfOneRequestAreOneChange() throws Exception {
        var program = fixture.program(null);
        var ids = fixture.members(program, 3, INVITED);
        var request = fixture.ask(program, REGISTERED).once("one-click");

        var sets = together(20, i -> changes.change(request, ids));

        assertThat(sets).extracting(ChangeSet::id).containsOnly(sets.getFirst().id());
        assertThat(sets).extracting(ChangeSet::changed).containsOnly(3L);
    }

    @Test
    void theLastSeatsAreGivenOnceEach() throws Exception {
        var program = fixture.program(SEATS);
        var ids = fixture.members(program, THREADS, INVITED);

        var outcomes = together(THREADS, i -> changes.change(fixture.ask(program, REGISTERED), ids.get(i)));

        assertThat(outcomes).filteredOn(Outcome::written).hasSize(SEATS);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.written())
                .extracting(outcome -> ((rollcall.program.Move.Skip) outcome.move()).reason())
                .containsOnly(Reason.PROGRAM_FULL);
        assertThat(fixture.taken(program)).isEqualTo(SEATS);
        assertThat(fixture.counted(program)).isEqualTo(Map.of("REGISTERED", 20L, "INVITED", 12L));
    }

    @Test
    void nobodyOvertakesWhoeverWaits() throws Exception {
        var program = fixture.program(SEATS);
        fixture.members(program, SEATS - 5, REGISTERED);
        var waiting = fixture.members(program, 10, WAITLISTED);
        var invited = fixture.members(program, 20, INVITED);
        var all = new ArrayList<>(waiting);
        all.addAll(invited);

        together(all.size(), i -> changes.change(fixture.ask(program, REGISTERED), all.get(i)));

        assertThat(waiting.stream().filter(id -> fixture.statusOf(id).equals("REGISTERED")))
                .hasSize(5);
        assertThat(invited).allMatch(id -> fixture.statusOf(id).equals("INVITED"));
        assertThat(fixture.taken(program)).isEqualTo(SEATS);
    }

    /** The negative control: without the lock the same race gives the last seat twice. */
    @Test
    void withoutTheLockTheLastSeatIsGivenTwice() throws Exception {
        var program = fixture.program(1);
        var ids = fixture.members(program, 2, INVITED);
        var bothLooked = new CyclicBarrier(2);
        var seats = new Seats(seatRows, id -> lookTogether(program, bothLooked), programs, List.of(), told -> {});
        var unlocked = new StatusChanges(
                new Askings(programs, access, seats, clock),
                memberRows,
                people,
                settlement,
                attempts,
                new DoorTimes(new SimpleMeterRegistry()));

        together(2, i -> unlocked.change(fixture.ask(program, REGISTERED), ids.get(i)));

        assertThat(members.seats(program)).isEqualTo(new SeatCount(1, 2));
    }

    @Test
    void whoeverSetsAFirstCapacityCountsAChangeThatIsStillOpen() throws Exception {
        var program = fixture.program(null);
        var ids = fixture.members(program, 3, INVITED);

        overlapping(() -> changes.change(fixture.ask(program, REGISTERED), ids), () -> limit(program, SEATS));

        assertThat(fixture.taken(program)).isEqualTo(3);
    }

    @Test
    void aChangeWaitsForAFirstCapacityThatIsBeingSet() throws Exception {
        var program = fixture.program(null);
        var ids = fixture.members(program, 3, INVITED);

        overlapping(() -> limit(program, 2), () -> changes.change(fixture.ask(program, REGISTERED), ids));

        assertThat(fixture.counted(program)).isEqualTo(Map.of("REGISTERED", 2L, "INVITED", 1L));
        assertThat(fixture.taken(program)).isEqualTo(2);
    }

    @Test
    void manyChangesAndNewCapacitiesLeaveTheSeatsAsTheyAreCounted() throws Exception {
        var program = fixture.program(null);
        var ids = fixture.members(program, THREADS * 4, INVITED);

        together(
                THREADS,
                i -> i == 0
                        ? Stream.of(SEATS, null, SEATS, null, SEATS)
                                .map(capacity -> limit(program, capacity))
                                .toList()
                        : changes.change(fixture.ask(program, REGISTERED), ids.subList(i * 4, i * 4 + 4)));

        assertThat(fixture.counted(program).getOrDefault("REGISTERED", 0L)).isEqualTo(fixture.taken(program));
    }

    private Program limit(Program program, @Nullable Integer capacity) {
        return attempts.inTransaction(() -> {
            var now = programs.get(program.key());
            var version = Objects.requireNonNull(now.version());
            return programs.edit(Actor.SYSTEM, program.key(), version, Plans.limited("Spring launch", capacity));
        });
    }

    /** Does the second while the transaction of the first is open, as far as the first lets it. */
    private void overlapping(Runnable first, Runnable second) throws Exception {
        var secondDone = new CountDownLatch(1);
        try (var executor = Executors.newSingleThreadExecutor()) {
            var running = new AtomicReference<Future<?>>();
            attempts.inTransaction(() -> {
                first.run();
                running.set(executor.submit(() -> {
                    second.run();
                    secondDone.countDown();
                }));
                return awaited(secondDone);
            });
            running.get().get(60, TimeUnit.SECONDS);
        }
    }

    /** Half a second is enough for whatever is not held up. */
    private static boolean awaited(CountDownLatch done) {
        try {
            return done.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private int lookTogether(Program program, CyclicBarrier bothLooked) {
        try {
            int taken = fixture.taken(program);
            bothLooked.await(20, TimeUnit.SECONDS);
            return taken;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Does the same from many threads that all begin at the same moment; whatever one of them throws is thrown. */
    private static <T> List<T> together(int threads, Numbered<T> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var futures = IntStream.range(0, threads)
                    .mapToObj(i -> executor.submit((Callable<T>) () -> {
                        start.await();
                        return work.call(i);
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (Future<T> future : futures) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    private interface Numbered<T> {
        T call(int i) throws Exception;
    }
}
