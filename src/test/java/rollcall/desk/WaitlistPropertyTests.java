package rollcall.desk;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.context.TestPropertySource;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.program.Actor;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.testing.TestClock;
import rollcall.waitlist.WaitlistFixture;

/** Random days of a waitlist, through the doors of the application: what holds after each step of each of them. */
@TestPropertySource(properties = "rollcall.test=whole-database")
abstract class WaitlistPropertyTests {

    /** As long as whoever let an offer pass is not asked again, and a little more. */
    private static final Duration A_DAY = Duration.ofHours(25);

    @Autowired
    private MembersFixture members;

    @Autowired
    private WaitlistFixture waitlist;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Programs programs;

    @Autowired
    private TestClock clock;

    @Autowired
    private Inspection inspection;

    private Program program;

    /** Who let an offer pass, and when. */
    private final Map<Long, Instant> rested = new HashMap<>();

    private boolean offers;

    enum Deed {
        COME,
        LEAVE,
        GIVE_UP,
        ACCEPT,
        DECLINE_AND_STAY,
        DECLINE_AND_LEAVE,
        HOURS_PASS,
        A_DAY_PASSES,
        OTHER_CAPACITY,
        OTHER_MODE
    }

    /** @param pick says which of those whom it may concern */
    record Step(Deed deed, int pick) {}

    @Provide
    Arbitrary<List<Step>> days() {
        var deeds = Arbitraries.frequency(
                Tuple.of(6, Deed.COME),
                Tuple.of(3, Deed.LEAVE),
                Tuple.of(1, Deed.GIVE_UP),
                Tuple.of(2, Deed.ACCEPT),
                Tuple.of(2, Deed.DECLINE_AND_STAY),
                Tuple.of(1, Deed.DECLINE_AND_LEAVE),
                Tuple.of(1, Deed.HOURS_PASS),
                Tuple.of(1, Deed.A_DAY_PASSES),
                Tuple.of(2, Deed.OTHER_CAPACITY),
                Tuple.of(1, Deed.OTHER_MODE));
        return Combinators.combine(deeds, Arbitraries.integers().between(0, 1_000))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(40);
    }

    @BeforeTry
    void begin() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
        clock.set(TestClock.START);
        rested.clear();
        program = members.program(2);
        offers = true;
        waitlist.offers(program);
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void nobodyOvertakesAndNoSeatIsGivenTwice(@ForAll("days") List<Step> days) {
        for (var step : days) {
            var before = look();
            take(step, before);
            waitlist.run(program);
            hold(step, before, look());
        }
        assertThat(Inspected.breaches(inspection)).isEmpty();
        members.remove(program);
    }

    /** Those who wait in the order of their turns, those of them for whom a seat is held, and those who have one. */
    private record Look(List<Long> waiting, Set<Long> offered, List<Long> seated) {
        int taken() {
            return offered.size() + seated.size();
        }
    }

    private Look look() {
        var waiting = waitlist.waiting(program);
        var offered =
                waiting.stream().filter(one -> waitlist.offerUntil(one) != null).collect(toSet());
        return new Look(waiting, offered, waitlist.at(program, REGISTERED.name()));
    }

    private void take(Step step, Look now) {
        switch (step.deed()) {
            case COME -> come();
            case LEAVE -> leave(pick(now.seated(), step));
            case GIVE_UP -> leave(pick(now.waiting(), step));
            case ACCEPT -> answer(now, step, waitlist::accept);
            case DECLINE_AND_STAY -> answer(now, step, one -> decline(one, true));
            case DECLINE_AND_LEAVE -> answer(now, step, one -> decline(one, false));
            case HOURS_PASS -> pass(Duration.ofHours(5), now);
            case A_DAY_PASSES -> pass(A_DAY, now);
            case OTHER_CAPACITY -> resize(step.pick() % 6 + 1);
            case OTHER_MODE -> turn();
        }
    }

    /** Whoever comes asks for a seat, and waits when there is none for them. */
    private void come() {
        var member = members.member(program, INVITED);
        if (!changes.change(members.ask(program, REGISTERED), member).written()) {
            changes.change(members.ask(program, WAITLISTED), member);
        }
    }

    private void leave(@Nullable Long member) {
        if (member != null) {
            changes.change(members.ask(program, NOT_IN_PROGRAM), member);
        }
    }

    private void answer(Look now, Step step, LongConsumer answer) {
        var member = pick(now.offered().stream().sorted().toList(), step);
        if (member != null) {
            answer.accept(member);
        }
    }

    private void decline(long member, boolean stays) {
        waitlist.decline(member, stays);
        rested.put(member, clock.instant());
    }

    private void pass(Duration time, Look now) {
        clock.advance(time);
        now.offered().stream()
                .filter(one -> !clock.instant().isBefore(waitlist.offerUntil(one)))
                .forEach(one -> rested.put(one, clock.instant()));
    }

    private void resize(int seats) {
        var now = programs.get(program.key());
        program = programs.edit(Actor.SYSTEM, now.key(), now.version(), Plans.limited(now.name(), seats));
    }

    private void turn() {
        offers = !offers;
        if (offers) {
            waitlist.offers(program);
        } else {
            waitlist.automatic(program);
        }
    }

    private static @Nullable Long pick(List<Long> some, Step step) {
        return some.isEmpty() ? null : some.get(step.pick() % some.size());
    }

    private void hold(Step step, Look before, Look after) {
        var capacity = programs.get(program.key()).capacity();
        assertThat(after.taken()).as("the seats counted").isEqualTo(members.taken(program));
        assertThat(after.taken()).as("seats given, at most").isLessThanOrEqualTo(Math.max(capacity, before.taken()));
        var served = served(before, after);
        noneBefore(served, before, after);
        if (after.seated().stream()
                .anyMatch(one ->
                        !before.seated().contains(one) && !before.waiting().contains(one))) {
            // Whoever comes may wait behind people for whom seats are held, and get the next one at once.
            assertThat(before.waiting())
                    .as("they waited, with no seat held for them, when somebody new got one")
                    .isSubsetOf(before.offered());
            assertThat(after.offered())
                    .as("the seats that were held before somebody new got one")
                    .containsAll(before.offered());
        }
        orderIsKept(before, after);
        if (after.taken() < capacity && clock.instant().isBefore(program.endsAt())) {
            assertThat(asked(after.waiting(), after))
                    .as("they wait though a seat is free")
                    .isEmpty();
        }
    }

    /** Who got a seat or an offer of one with this step, of those who waited without. */
    private Set<Long> served(Look before, Look after) {
        var served = new HashSet<>(before.waiting());
        served.removeAll(before.offered());
        served.removeIf(one -> !after.seated().contains(one) && !after.offered().contains(one));
        return served;
    }

    private void noneBefore(Set<Long> served, Look before, Look after) {
        var others = new ArrayList<Long>();
        for (var one : asked(before.waiting(), before)) {
            if (served.contains(one)) {
                assertThat(others)
                        .as("they waited longer than %d, who got a seat", one)
                        .isEmpty();
            } else if (after.waiting().contains(one)) {
                others.add(one);
            }
        }
    }

    /** Those of them who have no offer and are asked by themselves. */
    private List<Long> asked(List<Long> waiting, Look at) {
        return waiting.stream()
                .filter(one -> !at.offered().contains(one))
                .filter(one -> !offers || !rests(one))
                .toList();
    }

    private boolean rests(long member) {
        var since = rested.get(member);
        return since != null && since.isAfter(clock.instant().minus(Duration.ofHours(24)));
    }

    /** Who waited and waits stands as before; those who let an offer pass just now stand behind all of them. */
    private void orderIsKept(Look before, Look after) {
        var passed = before.offered().stream()
                .filter(one -> clock.instant().equals(rested.get(one)))
                .collect(toSet());
        var expected = new ArrayList<>(before.waiting());
        expected.removeAll(passed);
        after.waiting().stream().filter(one -> !before.waiting().contains(one)).forEach(expected::add);
        before.waiting().stream().filter(passed::contains).forEach(expected::add);
        expected.retainAll(after.waiting());
        assertThat(after.waiting()).as("their order").containsExactlyElementsOf(expected);
    }
}
