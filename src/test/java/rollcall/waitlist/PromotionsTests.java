package rollcall.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REJECTED;
import static rollcall.program.StatusCode.WAITLISTED;
import static rollcall.testing.TestClock.START;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import rollcall.member.MembersFixture;
import rollcall.member.SeatOffered;
import rollcall.member.Seating;
import rollcall.member.StatusChanges;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.testing.TestClock;

@RecordApplicationEvents
abstract class PromotionsTests {

    private static final Actor ADA = Actor.account(1, "Ada");

    @Autowired
    private MembersFixture members;

    @Autowired
    private WaitlistFixture waitlist;

    @Autowired
    private WaitlistDeeds deeds;

    @Autowired
    private OfferAnswers answers;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Seating seating;

    @Autowired
    private WaitlistQueue queue;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationEvents events;

    /** A full program of so many seats. */
    private Program full(int seats) {
        var program = members.program(seats);
        members.members(program, seats, REGISTERED);
        return program;
    }

    private void free(Program program, int seats) {
        registered(program).stream()
                .limit(seats)
                .forEach(id -> changes.change(members.ask(program, NOT_IN_PROGRAM), id));
    }

    private List<Long> registered(Program program) {
        return waitlist.at(program, "REGISTERED");
    }

    private List<String> statuses(List<Long> ids) {
        return ids.stream().map(members::statusOf).toList();
    }

    @Test
    void aFreeSeatGoesToTheNextAndToNobodyElse() {
        var program = full(2);
        var waiting = members.members(program, 3, WAITLISTED);
        free(program, 1);
        assertThat(events.stream(WaitlistChanged.class)).contains(new WaitlistChanged(program.key()));

        waitlist.run(program);

        assertThat(statuses(waiting)).containsExactly("REGISTERED", "WAITLISTED", "WAITLISTED");
        assertThat(members.taken(program)).isEqualTo(2);
    }

    @Test
    void thePriorityComesBeforeTheNumber() {
        var program = full(2);
        var waiting = members.members(program, 3, WAITLISTED);
        assertThat(deeds.move(ADA, program, waiting.get(2), 5, "A speaker's guest"))
                .isTrue();
        assertThat(seating.placeOf(program.key(), waiting.get(2))).hasValue(1);
        free(program, 2);

        waitlist.run(program);

        assertThat(statuses(waiting)).containsExactly("REGISTERED", "WAITLISTED", "REGISTERED");
    }

    @Test
    void inManualModeNobodyIsPromotedUntilSomebodyPromotes() {
        var program = full(2);
        waitlist.manual(program);
        var waiting = members.members(program, 3, WAITLISTED);
        free(program, 1);

        waitlist.run(program);
        assertThat(statuses(waiting)).containsOnly("WAITLISTED");
        assertThat(queue.due(program.key(), clock.instant())).isFalse();

        assertThat(deeds.promoteNext(ADA, program, 5, false).done()).isEqualTo(1);
        assertThat(statuses(waiting)).containsExactly("REGISTERED", "WAITLISTED", "WAITLISTED");
    }

    @Test
    void whoeverIsPromotedAheadOfOthersNeedsAReason() {
        var program = full(2);
        waitlist.manual(program);
        var waiting = members.members(program, 3, WAITLISTED);
        free(program, 1);
        var last = Set.of(waiting.get(2));

        assertThat(deeds.promote(ADA, program, last, false, "").needsReason()).isTrue();
        assertThat(statuses(waiting)).containsOnly("WAITLISTED");
        assertThat(deeds.promote(ADA, program, last, false, "By phone").done()).isEqualTo(1);
        assertThat(statuses(waiting)).containsExactly("WAITLISTED", "WAITLISTED", "REGISTERED");
        assertThat(deeds.promote(ADA, program, Set.of(waiting.getFirst()), false, "")
                        .done())
                .isZero();
    }

    @Test
    void aHaltedWaitlistRestsAndGoesOn() {
        var program = full(1);
        deeds.halt(ADA, program, true);
        var waiting = members.members(program, 1, WAITLISTED);
        free(program, 1);

        waitlist.run(program);
        assertThat(statuses(waiting)).containsExactly("WAITLISTED");

        deeds.halt(ADA, program, false);
        waitlist.run(program);
        assertThat(statuses(waiting)).containsExactly("REGISTERED");
    }

    @Test
    void anOfferHoldsTheSeatUntilItEnds() {
        var program = full(1);
        waitlist.offers(program);
        var waiting = members.members(program, 2, WAITLISTED);
        free(program, 1);

        waitlist.run(program);
        waitlist.run(program);

        assertThat(waitlist.offerUntil(waiting.get(0))).isEqualTo(START.plus(Duration.ofHours(24)));
        assertThat(waitlist.offerUntil(waiting.get(1))).isNull();
        assertThat(members.taken(program)).isEqualTo(1);
        assertThat(events.stream(SeatOffered.class).filter(one -> one.programId() == program.key()))
                .containsExactly(
                        new SeatOffered(program.key(), List.of(waiting.get(0)), START.plus(Duration.ofHours(24))));

        clock.advance(Duration.ofHours(24));
        assertThat(queue.due(clock.instant())).contains(program.key());
        waitlist.run(program);

        assertThat(waitlist.offersOf(waiting.get(0))).containsExactly("EXPIRED");
        assertThat(waitlist.offersOf(waiting.get(1))).containsExactly("OPEN");
        assertThat(waitlist.waiting(program)).containsExactly(waiting.get(1), waiting.get(0));
        assertThat(members.taken(program)).isEqualTo(1);
    }

    @Test
    void anAcceptedOfferIsASeatHoweverOftenItIsSaid() {
        var program = full(1);
        waitlist.offers(program);
        var member = members.member(program, WAITLISTED);
        free(program, 1);
        waitlist.run(program);
        var holder = waitlist.holder(member);

        answers.accept(holder);
        answers.accept(holder);
        answers.decline(holder, false);

        assertThat(members.history(member)).containsExactly("-→WAITLISTED", "WAITLISTED→REGISTERED");
        assertThat(waitlist.offersOf(member)).containsExactly("ACCEPTED");
        assertThat(answers.look(holder)).hasValue(OfferState.ACCEPTED);
        assertThat(members.taken(program)).isEqualTo(1);
    }

    @Test
    void tooLateIsTooLateAlsoBeforeTheWorkerCame() {
        var program = full(1);
        waitlist.offers(program);
        var member = members.member(program, WAITLISTED);
        free(program, 1);
        waitlist.run(program);
        var holder = waitlist.holder(member);
        clock.set(holder.until());

        answers.accept(holder);
        assertThat(answers.look(holder)).hasValue(OfferState.EXPIRED);
        assertThat(members.statusOf(member)).isEqualTo("WAITLISTED");

        waitlist.run(program);
        assertThat(answers.look(holder)).hasValue(OfferState.EXPIRED);
        assertThat(seating.placeOf(program.key(), member)).hasValue(1);
        assertThat(waitlist.offersOf(member)).as("not asked again so soon").containsExactly("EXPIRED");

        clock.advance(Promotions.REST.plus(Duration.ofSeconds(1)));
        waitlist.run(program);
        assertThat(waitlist.offersOf(member)).containsExactly("EXPIRED", "OPEN");
    }

    @Test
    void whoeverDeclinesAndStaysGoesToTheEnd() {
        var program = full(1);
        waitlist.offers(program);
        var waiting = members.members(program, 3, WAITLISTED);
        deeds.move(ADA, program, waiting.get(0), 3, "First");
        free(program, 1);
        waitlist.run(program);

        answers.decline(waitlist.holder(waiting.get(0)), true);
        waitlist.run(program);

        assertThat(waitlist.waiting(program)).containsExactly(waiting.get(1), waiting.get(2), waiting.get(0));
        assertThat(waitlist.offersOf(waiting.get(0))).containsExactly("DECLINED");
        assertThat(waitlist.offersOf(waiting.get(1))).containsExactly("OPEN");
    }

    @Test
    void whoeverDeclinesAndLeavesIsGone() {
        var program = full(1);
        waitlist.offers(program);
        var waiting = members.members(program, 2, WAITLISTED);
        free(program, 1);
        waitlist.run(program);

        answers.decline(waitlist.holder(waiting.get(0)), false);
        waitlist.run(program);

        assertThat(members.statusOf(waiting.get(0))).isEqualTo("NOT_IN_PROGRAM");
        assertThat(waitlist.offersOf(waiting.get(0))).containsExactly("DECLINED");
        assertThat(waitlist.offersOf(waiting.get(1))).containsExactly("OPEN");
        assertThat(members.taken(program)).isEqualTo(1);
    }

    @Test
    void anotherStatusEndsAnOffer() {
        var program = full(2);
        waitlist.offers(program);
        var waiting = members.members(program, 2, WAITLISTED);
        free(program, 2);
        waitlist.run(program);

        changes.change(members.ask(program, REJECTED), waiting.get(0));
        changes.change(members.ask(program, REGISTERED), waiting.get(1));

        assertThat(waitlist.offersOf(waiting.get(0))).containsExactly("WITHDRAWN");
        assertThat(waitlist.offersOf(waiting.get(1))).containsExactly("ACCEPTED");
        assertThat(members.taken(program)).isEqualTo(1);
    }

    @Test
    void anOfferThatIsTakenBackFreesItsSeat() {
        var program = full(1);
        waitlist.offers(program);
        var waiting = members.members(program, 2, WAITLISTED);
        free(program, 1);
        waitlist.run(program);

        assertThat(deeds.withdraw(ADA, program, waiting.get(0))).isTrue();
        assertThat(deeds.withdraw(ADA, program, waiting.get(0))).isFalse();
        assertThat(members.taken(program)).isZero();
        waitlist.run(program);

        assertThat(waitlist.offersOf(waiting.get(0))).containsExactly("WITHDRAWN");
        assertThat(waitlist.offersOf(waiting.get(1))).containsExactly("OPEN");
    }

    @Test
    void afterTheStopTimeFreeSeatsGoToWhoeverComes() {
        var program = full(2);
        waitlist.set(program, new WaitlistSetting(Mode.AUTOMATIC, 60, WorkingHours.ALWAYS, 120, null, false));
        var waiting = members.members(program, 1, WAITLISTED);
        var late = members.members(program, 2, INVITED);
        clock.set(program.startsAt().minus(Duration.ofMinutes(120)).minusSeconds(1));
        free(program, 1);
        assertThat(changes.change(members.ask(program, REGISTERED), late.get(0)).written())
                .isFalse();

        clock.advance(Duration.ofSeconds(1));
        waitlist.run(program);
        assertThat(statuses(waiting)).containsExactly("WAITLISTED");
        assertThat(changes.change(members.ask(program, REGISTERED), late.get(0)).written())
                .isTrue();
    }

    @Test
    void noOfferOutlastsTheStopTime() {
        var program = full(1);
        waitlist.set(program, new WaitlistSetting(Mode.OFFER, 60 * 24, WorkingHours.ALWAYS, 60, null, false));
        var member = members.member(program, WAITLISTED);
        clock.set(program.startsAt().minus(Duration.ofHours(3)));
        free(program, 1);

        waitlist.run(program);

        assertThat(waitlist.offerUntil(member)).isEqualTo(program.startsAt().minus(Duration.ofHours(1)));
    }

    @Test
    void onlySoManyMayWait() {
        var program = full(1);
        waitlist.set(program, new WaitlistSetting(Mode.AUTOMATIC, 60, WorkingHours.ALWAYS, null, 2, false));
        members.member(program, WAITLISTED);
        assertThat(seating.look(program).roomToWait()).isOne();
        members.member(program, WAITLISTED);
        assertThat(seating.look(program).openToWait()).isFalse();
    }

    @Test
    void whoeverLetsAnOfferPassStandsBehindEverybody() {
        var program = full(2);
        waitlist.offers(program);
        var waiting = members.members(program, 2, WAITLISTED);
        free(program, 2);
        waitlist.run(program);
        var late = members.member(program, WAITLISTED); // with the very last change set

        answers.decline(waitlist.holder(waiting.get(1)), true);
        answers.decline(waitlist.holder(waiting.get(0)), true);

        assertThat(waitlist.waiting(program)).containsExactly(late, waiting.get(1), waiting.get(0));
    }

    @Test
    void thoseWhoseOffersEndTogetherKeepTheirOrder() {
        var program = full(2);
        waitlist.offers(program);
        var waiting = members.members(program, 2, INVITED);
        changes.change(members.ask(program, WAITLISTED), waiting.get(1));
        changes.change(members.ask(program, WAITLISTED), waiting.get(0));
        free(program, 2);
        waitlist.run(program);
        clock.advance(Duration.ofHours(24));

        waitlist.run(program);

        assertThat(waitlist.waiting(program)).containsExactly(waiting.get(1), waiting.get(0));
    }

    @Test
    void withoutACapacityNobodyIsPromotedByItself() {
        var program = members.program(null);
        var member = members.member(program, WAITLISTED);
        waitlist.run(program);
        assertThat(members.statusOf(member)).isEqualTo("WAITLISTED");
    }

    @Test
    void whatIsOverbookedPromotesNobodyUntilItFits() {
        var program = full(3);
        var waiting = members.members(program, 1, WAITLISTED);
        waitlist.capacity(program, 1);
        free(program, 2);
        waitlist.run(program);
        assertThat(statuses(waiting)).containsExactly("WAITLISTED");
        free(program, 1);
        waitlist.run(program);
        assertThat(statuses(waiting)).containsExactly("REGISTERED");
    }
}
