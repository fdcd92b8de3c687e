package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NO_SHOW;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.WAITLISTED;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.job.Attempts;
import rollcall.person.People;
import rollcall.program.Access;
import rollcall.program.Actor;
import rollcall.program.Channel;
import rollcall.program.ChannelChanged;
import rollcall.program.ChannelFixture;
import rollcall.program.Move;
import rollcall.program.Move.Reason;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.Status;

abstract class ChannelStepsTests {

    @Autowired
    private ChannelFixture channels;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Attempts attempts;

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
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private Channel channel;
    private Program program;

    @BeforeEach
    void begin() {
        channel = channels.channel();
        program = channels.programIn(channel, null);
    }

    @AfterEach
    void end() {
        channels.remove(List.of(channel));
    }

    @Test
    void whoStandsOnAStepThatIsMovedMovesWithIt() {
        var other = fixture.member(fixture.program(null), INVITED);
        var invited = fixture.member(program, INVITED);
        var registered = fixture.member(program, REGISTERED);

        channels.move(channel, INVITED, 15);

        assertThat(List.of(stepOf(invited), stepOf(registered), stepOf(other))).containsExactly(15, 40, 10);
        changes.change(fixture.ask(program, REGISTERED), invited);
        assertThat(jdbc.sql("select from_step from status_change where member_id = :id and seq = 2")
                        .param("id", invited)
                        .query(Integer.class)
                        .single())
                .isEqualTo(15);
    }

    @Test
    void manyAreBroughtUpToDatePortionByPortion() {
        var first = fixture.member(program, INVITED);
        var elsewhere = fixture.member(fixture.program(null), INVITED);
        var registered = fixture.member(program, REGISTERED);
        var last = fixture.member(program, INVITED);
        var writes = new StepWrites(jdbc, 2);

        writes.step(channel.id(), new Status("INVITED", "Invited", 15, 0, true, false, false));
        writes.success(channel.id(), new Status("INVITED", "Invited", 15, 0, true, false, false));

        assertThat(Stream.of(first, elsewhere, registered, last).map(this::stepOf))
                .containsExactly(15, 10, 40, 15);
        assertThat(Stream.of(first, last).map(this::successOf)).containsExactly(reached(first, 1), reached(last, 1));
        assertThat(successOf(elsewhere)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Asked,   10, 0, false, false, 0",
        "Invited, 10, 7, false, false, 0",
        "Invited, 15, 0, false, false, 1",
        "Invited, 10, 0, true,  false, 1",
        "Invited, 10, 0, false, true,  1",
    })
    void onlyWhatAChangeOfStatusGoesByHoldsTheDoor(
            String name, int step, int place, boolean success, boolean hidden, int held) {
        var was = new Status("INVITED", "Invited", 10, 0, false, false, false);
        var own = new Status("OWN", "Own", 45, 0, false, false, false);
        var is = new Status("INVITED", name, step, place, success, hidden, false);
        var holds = new ArrayList<Long>();

        new ChannelSteps(holds::add, new StepWrites(jdbc)).on(new ChannelChanged(of(was), of(is, own)));

        assertThat(holds).hasSize(held);
    }

    private Channel of(Status... statuses) {
        return new Channel(channel.id(), channel.version(), channel.name(), List.of(statuses));
    }

    private int stepOf(long member) {
        return jdbc.sql("select status_step from member where id = :id")
                .param("id", member)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatBecomesASuccessWasOneWhenItWasFirstReached() {
        var registered = fixture.member(program, REGISTERED);
        var invited = fixture.member(program, INVITED);
        var passed = fixture.member(program, REGISTERED);
        fixture.change(program, List.of(passed), NO_SHOW);

        channels.succeed(channel, REGISTERED);

        assertThat(successOf(registered)).isEqualTo(reached(registered, 1));
        assertThat(successOf(passed)).isEqualTo(reached(passed, 1));
        assertThat(successOf(invited)).isNull();
    }

    private @Nullable Instant successOf(long member) {
        return jdbc.sql("select success_at from member where id = :id")
                .param("id", member)
                .query((row, n) -> MemberRows.instantOrNull(row, "success_at"))
                .list()
                .getFirst();
    }

    private Instant reached(long member, int seq) {
        return jdbc.sql("select happened_at from status_change where member_id = :id and seq = :seq")
                .param("id", member)
                .param("seq", seq)
                .query((row, n) -> MemberRows.instant(row, "happened_at"))
                .single();
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"PERSON", "IMPORT", "API", "CAMPAIGN"})
    void aHiddenStatusIsNotToBeChosen(Cause cause) {
        var stays = fixture.member(program, WAITLISTED);
        var member = fixture.member(program, INVITED);
        channels.hide(channel, WAITLISTED);

        var outcome = changes.change(StatusRequest.of(program.key(), WAITLISTED, cause, Actor.SYSTEM), member);

        assertThat(outcome.move()).isEqualTo(new Move.Skip(channel.status(INVITED), Reason.HIDDEN));
        assertThat(fixture.statusOf(stays)).isEqualTo("WAITLISTED");
        assertThat(changes.change(StatusRequest.of(program.key(), REGISTERED, cause, Actor.SYSTEM), stays)
                        .written())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            mode = Mode.EXCLUDE,
            names = {"PERSON", "IMPORT", "API", "CAMPAIGN", "APPROVAL"})
    void whatRollcallItselfOrAProviderSaysIsStillSo(Cause cause) {
        var member = fixture.member(program, INVITED);
        channels.hide(channel, ATTENDED);

        assertThat(changes.change(StatusRequest.of(program.key(), ATTENDED, cause, Actor.SYSTEM), member)
                        .written())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHOUT", "WITH"})
    void hidingWaitsForAChangeThatIsOpen(Capacity capacity) throws Exception {
        var in = channels.programIn(channel, capacity.seats());
        var member = fixture.member(in, INVITED);

        var hidden = meanwhile(
                () -> changes.change(fixture.ask(in, WAITLISTED), member), () -> channels.hide(channel, WAITLISTED));

        assertThat(hidden.beforeTheEnd()).isFalse();
        assertThat(fixture.statusOf(member)).isEqualTo("WAITLISTED");
        assertThat(channels.now(channel).status(WAITLISTED).hidden()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHOUT", "WITH"})
    void aChangeWaitsForHidingThatIsOpenAndIsRefused(Capacity capacity) throws Exception {
        var in = channels.programIn(channel, capacity.seats());
        var member = fixture.member(in, INVITED);

        var change = meanwhile(
                () -> channels.hide(channel, WAITLISTED), () -> changes.change(fixture.ask(in, WAITLISTED), member));

        assertThat(change.beforeTheEnd()).isFalse();
        assertThat(change.result().move()).isEqualTo(new Move.Skip(channel.status(INVITED), Reason.HIDDEN));
    }

    /** The negative control: a door that holds nothing gives a status that was hidden before. */
    @Test
    void withoutTheLockAChangeSlipsBehind() throws Exception {
        var in = channels.programIn(channel, 5);
        var member = fixture.member(in, INVITED);
        var hidden = new AtomicReference<Channel>();
        var seats = new Seats(seatRows, id -> 0, programs, List.of(), told -> {});
        var unlocked = new StatusChanges(
                new Askings(programs, access, seats, clock) {
                    @Override
                    Asking lock(StatusRequest request) {
                        var asking = super.lock(request);
                        hidden.set(elsewhere(() -> channels.hide(channel, WAITLISTED)));
                        return asking;
                    }
                },
                memberRows,
                people,
                settlement,
                attempts,
                new DoorTimes(new SimpleMeterRegistry()));

        var outcome = unlocked.change(fixture.ask(in, WAITLISTED), member);

        assertThat(hidden.get().status(WAITLISTED).hidden()).isTrue();
        assertThat(outcome.written()).isTrue();
    }

    private static <T> T elsewhere(Callable<T> work) {
        try (var executor = Executors.newSingleThreadExecutor()) {
            return executor.submit(work).get(60, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    enum Capacity {
        WITHOUT,
        WITH;

        @Nullable
        Integer seats() {
            return this == WITH ? Integer.valueOf(5) : null;
        }
    }

    /** What the second came to, and whether it came before the first was done. */
    private record Meanwhile<T>(boolean beforeTheEnd, T result) {}

    /** Does the second while the transaction of the first is open; half a second is enough for what is not held up. */
    private <T> Meanwhile<T> meanwhile(Callable<?> first, Callable<T> second) throws Exception {
        try (var executor = Executors.newSingleThreadExecutor()) {
            var running = new AtomicReference<Future<T>>();
            var before = attempts.inTransaction(() -> {
                called(first);
                running.set(executor.submit(second));
                return done(running.get());
            });
            return new Meanwhile<>(before, running.get().get(60, TimeUnit.SECONDS));
        }
    }

    private static void called(Callable<?> work) {
        try {
            work.call();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean done(Future<?> work) {
        try {
            work.get(500, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException held) {
            return false;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
