package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.PENDING_APPROVAL;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.provider.ScriptedProvider.failing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.member.BroughtAlong;
import rollcall.member.Cause;
import rollcall.member.Consequences;
import rollcall.member.Delivery;
import rollcall.member.DeliveryWords;
import rollcall.member.MemberLine;
import rollcall.member.Members;
import rollcall.member.MembersFixture;
import rollcall.member.ReasonWords;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.member.Timeline;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.testing.TestClock;

abstract class PushesTests {

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Members members;

    @Autowired
    private BroughtAlong brought;

    @Autowired
    private Webinars webinars;

    @Autowired
    private WebinarRows webinarRows;

    @Autowired
    private Pushes pushes;

    @Autowired
    private PushRows rows;

    @Autowired
    private Strays strays;

    @Autowired
    private PushTimeline timeline;

    @Autowired
    private ErrorDesk desk;

    @Autowired
    private ReasonWords reasons;

    @Autowired
    private DeliveryWords words;

    @Autowired
    private PushConsequences consequences;

    @Autowired
    private Programs programs;

    @Autowired
    private ScriptedProvider provider;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private Program program;
    private long member;
    private String email;

    @BeforeEach
    void begin() {
        provider.reset();
        program = fixture.program(5);
        webinars.choose(program, "scripted");
        member = fixture.member(program, INVITED);
        email = line().email();
    }

    private EventRef event(Program one) {
        return webinars.of(one.key()).orElseThrow().event();
    }

    private MemberLine line() {
        return members.require(program, member);
    }

    private String joinLink() {
        return brought.of(List.of(member)).get(member).joinLink();
    }

    private void ask(StatusCode to) {
        changes.change(fixture.ask(program, to), member);
    }

    /** The member as words: status, delivery, and what waits. */
    private String stand() {
        return line().status().key() + " " + line().delivery();
    }

    private List<String> pushesOf() {
        return jdbc.sql("select action || ' ' || state from push where member_id = :member order by id")
                .param("member", member)
                .query(String.class)
                .list();
    }

    @Test
    void whoBecomesRegisteredIsSentAfterTheCommitAndAcceptedWithAnIdAndALink() {
        ask(REGISTERED);

        assertThat(stand()).isEqualTo("REGISTERED QUEUED");
        assertThat(provider.told).isEmpty();

        pushes.send(program.key());

        assertThat(provider.told).containsExactly("register " + email);
        assertThat(stand()).isEqualTo("REGISTERED ACCEPTED");
        assertThat(joinLink()).startsWith("https://webinars.example.org/join/R-");
        assertThat(pushesOf()).containsExactly("REGISTER ACCEPTED");
    }

    /** Only this one status sends somebody to the provider. */
    @ParameterizedTest
    @EnumSource(names = "REGISTERED", mode = EnumSource.Mode.EXCLUDE)
    void noOtherStatusSends(StatusCode code) {
        ask(code);

        assertThat(pushes.send(program.key())).isFalse();
        assertThat(provider.told).isEmpty();
    }

    @Test
    void aRolledBackChangeSendsNothing() {
        transaction.executeWithoutResult(undone -> {
            ask(REGISTERED);
            undone.setRollbackOnly();
        });

        pushes.send(program.key());

        assertThat(provider.told).isEmpty();
        assertThat(pushesOf()).isEmpty();
    }

    @Test
    void whatTheProviderKnowsAlreadyIsNotSent() {
        changes.change(fixture.ask(program, REGISTERED).asFact(), member);

        assertThat(stand()).isEqualTo("REGISTERED ACCEPTED");
        assertThat(pushesOf()).isEmpty();
    }

    @Test
    void aRefusalBecomesARegistrationErrorWithTheProvidersWordsAndIsRepairedBySendingAgain() {
        provider.answer(email, failing(new ProviderFailure.Rejected(Refusal.EMAIL_REFUSED, "No free mail, please.")));
        ask(REGISTERED);
        pushes.send(program.key());

        assertThat(stand()).isEqualTo("REGISTRATION_ERROR REFUSED");
        assertThat(line().statusReason()).isEqualTo("No free mail, please.");
        assertThat(pushesOf()).containsExactly("REGISTER REFUSED");

        ask(REGISTERED);
        pushes.send(program.key());

        assertThat(stand()).isEqualTo("REGISTERED ACCEPTED");
        assertThat(fixture.history(member))
                .containsExactly(
                        "-→INVITED",
                        "INVITED→REGISTERED",
                        "REGISTERED→REGISTRATION_ERROR",
                        "REGISTRATION_ERROR→REGISTERED");
    }

    @Test
    void aPassingFailureIsTriedAgainLaterAndKeepsTheStatus() {
        provider.answer(
                email,
                failing(new ProviderFailure.Temporary("Busy.")),
                failing(new ProviderFailure.Temporary("Busy.")));
        ask(REGISTERED);
        pushes.send(program.key());

        assertThat(stand()).isEqualTo("REGISTERED RETRYING");
        assertThat(line().retryAt())
                .isBetween(clock.instant().plusSeconds(24), clock.instant().plusSeconds(36));

        pushes.send(program.key());
        assertThat(provider.told).hasSize(1);

        clock.advance(Duration.ofSeconds(37));
        pushes.send(program.key());
        assertThat(line().retryAt())
                .isBetween(clock.instant().plusSeconds(48), clock.instant().plusSeconds(72));

        clock.advance(Duration.ofSeconds(73));
        pushes.send(program.key());
        assertThat(stand()).isEqualTo("REGISTERED ACCEPTED");
        assertThat(provider.told).hasSize(3).containsOnly("register " + email);
    }

    private void aDayOf(ProviderFailure failure) {
        for (int tries = 0; tries < 60 && !stand().equals("REGISTRATION_ERROR REFUSED"); tries++) {
            provider.answer(email, failing(failure));
            if (tries == 0) {
                ask(REGISTERED);
            }
            pushes.send(program.key());
            clock.advance(Duration.ofMinutes(75));
        }
        assertThat(stand()).isEqualTo("REGISTRATION_ERROR REFUSED");
    }

    /** Nobody refused them: whether the provider has them is not known, and the pages say so. */
    @Test
    void aDayWithoutAnAnswerIsNotCalledARefusal() {
        aDayOf(new ProviderFailure.Unclear("No answer came in time."));

        assertThat(reasons.of(line().statusReason(), Locale.ENGLISH))
                .isEqualTo(
                        "No answer from the webinar provider within 24 hours; it is not known whether it accepted the"
                                + " registration");
        assertThat(words.of(line(), program)).isEqualTo("no answer");
        assertThat(desk.clusters(program.key())).containsExactly(new ErrorDesk.Cluster("NO_ANSWER", 1, ""));
        assertThat(timeline.about(member))
                .last()
                .returns("provider.timeline.REGISTER.NO_ANSWER", Timeline.Entry::message);
    }

    @Test
    void afterADayInWhichTheProviderCouldNotItIsARegistrationError() {
        aDayOf(new ProviderFailure.Temporary("Busy."));

        assertThat(line().statusReason()).isEqualTo("Busy.");
        assertThat(desk.clusters(program.key())).containsExactly(new ErrorDesk.Cluster("UNABLE", 1, "Busy."));
        assertThat(timeline.about(member)).last().returns("provider.timeline.REGISTER.UNABLE", Timeline.Entry::message);
        assertThat(clock.instant())
                .isBetween(TestClock.START.plus(Duration.ofHours(24)), TestClock.START.plus(Duration.ofHours(28)));
    }

    @Test
    void anUnclearOutcomeIsLookedUpBeforeAnythingIsSentAgain() {
        provider.answer(email, () -> {
            provider.accept(member, email);
            return new RegistrationOutcome.Failed(new ProviderFailure.Unclear("No answer in time."));
        });
        ask(REGISTERED);
        pushes.send(program.key());
        assertThat(stand()).isEqualTo("REGISTERED RETRYING");

        clock.advance(Duration.ofMinutes(1));
        pushes.send(program.key());

        assertThat(provider.told).containsExactly("register " + email, "find " + email);
        assertThat(stand()).isEqualTo("REGISTERED ACCEPTED");
    }

    @Test
    void anUnclearOutcomeThatNeverArrivedIsSentAgain() {
        provider.answer(email, failing(new ProviderFailure.Unclear("")));
        ask(REGISTERED);
        pushes.send(program.key());
        clock.advance(Duration.ofMinutes(1));
        pushes.send(program.key());

        assertThat(provider.told).containsExactly("register " + email, "find " + email, "register " + email);
        assertThat(stand()).isEqualTo("REGISTERED ACCEPTED");
    }

    @Test
    void whatANodeHadInHandWhenItDiedIsLookedUpByAnotherOne() {
        ask(REGISTERED);
        var dead = transaction.execute(status -> rows.claim(program.key(), "dead", clock.instant(), 1));
        provider.accept(member, email);

        pushes.send(program.key());
        assertThat(provider.told).isEmpty();

        clock.advance(Duration.ofSeconds(61));
        pushes.send(program.key());

        assertThat(dead).hasSize(1);
        assertThat(provider.told).containsExactly("find " + email);
        assertThat(provider.registered).hasSize(1);
        assertThat(stand()).isEqualTo("REGISTERED ACCEPTED");
    }

    @Test
    void leavingCancelsThereAndVoidsTheLinkAndComingBackRegistersAnew() {
        ask(REGISTERED);
        pushes.send(program.key());
        ask(NOT_IN_PROGRAM);

        assertThat(joinLink()).isNull();

        pushes.send(program.key());
        assertThat(provider.told.getLast()).startsWith("cancel R-" + member);
        assertThat(provider.registered).isEmpty();

        ask(REGISTERED);
        pushes.send(program.key());
        assertThat(provider.registered).hasSize(1);
        assertThat(pushesOf()).containsExactly("REGISTER ACCEPTED", "CANCEL CANCELLED", "REGISTER ACCEPTED");
    }

    @Test
    void aProviderThatCannotCancelIsNotToldAndSomebodyHasToDoItThere() {
        provider.letsOnlyPeopleCancel = true;
        ask(REGISTERED);
        pushes.send(program.key());
        var channel = programs.channelOf(program);
        assertThat(consequences.of(
                        program, channel.status(NOT_IN_PROGRAM), Map.of(channel.status(REGISTERED), List.of(1L))))
                .extracting(Consequences.Consequence::message)
                .containsExactly("provider.consequence.cancel-by-hand");

        ask(NOT_IN_PROGRAM);
        pushes.send(program.key());

        assertThat(provider.told).containsExactly("register " + email);
        assertThat(pushesOf()).containsExactly("REGISTER ACCEPTED", "CANCEL BY_HAND");
    }

    @Test
    void nobodyHasToCancelByHandWhoWasNeverThere() {
        provider.letsOnlyPeopleCancel = true;
        provider.answer(email, () -> new RegistrationOutcome.Failed(new ProviderFailure.Temporary("Busy.")));
        ask(REGISTERED);
        pushes.send(program.key());
        ask(NOT_IN_PROGRAM);
        clock.advance(Duration.ofMinutes(1));
        pushes.send(program.key());

        assertThat(provider.told).containsExactly("register " + email, "find " + email);
        assertThat(pushesOf()).containsExactly("REGISTER DROPPED", "CANCEL CANCELLED");
    }

    @Test
    void aProviderThatLetsNobodyInForUsIsNotAskedToAndLookedAtAgain() {
        provider.letsOnlyPeopleDecide = true;
        provider.answer(email, () -> {
            var waiting = new RegistrantRef("R-1", email);
            provider.registered.put(
                    email, new Registrant(waiting, member, "", Registrant.State.PENDING, null, "", null));
            return new RegistrationOutcome.Pending(waiting);
        });
        ask(REGISTERED);
        pushes.send(program.key());

        assertThat(provider.told).containsExactly("register " + email);
        assertThat(stand()).isEqualTo("REGISTERED RETRYING");
    }

    @Test
    void whoLeavesBeforeAnythingWasSentIsNeverSent() {
        ask(REGISTERED);
        ask(NOT_IN_PROGRAM);
        ask(REGISTERED);
        pushes.send(program.key());

        assertThat(provider.told).containsExactly("cancel null", "register " + email);
        assertThat(pushesOf()).containsExactly("REGISTER DROPPED", "CANCEL CANCELLED", "REGISTER ACCEPTED");
    }

    @Test
    void whoLeavesWhileTheRegistrationIsUnclearIsFoundAndCancelled() {
        provider.answer(email, () -> {
            provider.accept(member, email);
            return new RegistrationOutcome.Failed(new ProviderFailure.Unclear(""));
        });
        ask(REGISTERED);
        pushes.send(program.key());
        ask(NOT_IN_PROGRAM);
        clock.advance(Duration.ofMinutes(1));
        pushes.send(program.key());

        assertThat(provider.registered).isEmpty();
        assertThat(stand()).isEqualTo("NOT_IN_PROGRAM NONE");
        assertThat(pushesOf()).containsExactly("REGISTER ACCEPTED", "CANCEL CANCELLED");
    }

    @Test
    void whoLeavesWhileTheProviderAnswersIsCancelledAfterwards() {
        provider.answer(email, () -> {
            ask(NOT_IN_PROGRAM);
            return provider.accept(member, email);
        });
        ask(REGISTERED);
        pushes.send(program.key());

        assertThat(stand()).isEqualTo("NOT_IN_PROGRAM NONE");
        assertThat(provider.registered).isEmpty();
        assertThat(pushesOf()).containsExactly("REGISTER ACCEPTED", "CANCEL CANCELLED");
    }

    /** What the answer is stored on is looked at only once it is held: here somebody leaves at that moment. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoLeavesAtTheMomentOfTheAnswerIsLetBe(boolean refused) throws Exception {
        var rejected = new ProviderFailure.Rejected(Refusal.EVENT_OVER, "Over.");
        var failure = refused ? rejected : new ProviderFailure.Temporary("Busy.");
        var left = new CountDownLatch(1);
        try (var another = Executors.newSingleThreadExecutor()) {
            var leaving = new AtomicReference<Future<?>>();
            provider.answer(email, () -> {
                leaving.set(another.submit(() -> transaction.executeWithoutResult(status -> {
                    ask(NOT_IN_PROGRAM);
                    left.countDown();
                    meanwhile();
                })));
                reached(left);
                return new RegistrationOutcome.Failed(failure);
            });
            ask(REGISTERED);
            pushes.send(program.key());
            leaving.get().get();
        }

        assertThat(stand()).isEqualTo("NOT_IN_PROGRAM NONE");
        assertThat(line().retryAt()).isNull();
    }

    /** As long as it takes to come to the lock. */
    private static void meanwhile() {
        try {
            assertThat(new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException given) {
            throw new IllegalStateException(given);
        }
    }

    private static void reached(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException given) {
            throw new IllegalStateException(given);
        }
    }

    @Test
    void somebodyWhoAttendedMeanwhileIsNotSentBackByALateRefusal() {
        provider.answer(email, () -> {
            ask(ATTENDED);
            return new RegistrationOutcome.Failed(new ProviderFailure.Rejected(Refusal.EVENT_OVER, "Over."));
        });
        ask(REGISTERED);
        pushes.send(program.key());

        assertThat(stand()).isEqualTo("ATTENDED REFUSED");
    }

    @Test
    void theProvidersPauseHoldsEverybodyOfTheProgram() {
        var other = fixture.member(program, INVITED);
        var until = clock.instant().plusSeconds(90);
        provider.answer(email, failing(new ProviderFailure.Throttled(until, "Too many.")));
        ask(REGISTERED);
        changes.change(fixture.ask(program, REGISTERED), other);

        pushes.send(program.key());
        assertThat(provider.told).hasSize(1);
        assertThat(webinars.of(program.key()).orElseThrow().heldUntil()).isEqualTo(until);
        assertThat(line().retryAt()).isEqualTo(until);

        clock.advance(Duration.ofSeconds(91));
        pushes.send(program.key());
        assertThat(provider.told).hasSize(3);
        assertThat(webinars.of(program.key()).orElseThrow().heldUntil()).isNull();
        assertThat(stand()).isEqualTo("REGISTERED ACCEPTED");
    }

    @Test
    void whoWaitsForTheOrganizerThereIsApprovedThere() {
        provider.answer(email, () -> {
            provider.accept(member, email);
            return new RegistrationOutcome.Pending(
                    provider.registered.get(email).ref());
        });
        ask(REGISTERED);
        pushes.send(program.key());

        assertThat(provider.told.getLast()).startsWith("approve R-" + member);
        assertThat(stand()).isEqualTo("REGISTERED ACCEPTED");
        assertThat(joinLink()).contains("/join/R-");
    }

    @Test
    void aProviderThatBreaksOffIsNotTrusted() {
        provider.answer(email, () -> {
            throw new IllegalStateException("broken");
        });
        ask(REGISTERED);
        pushes.send(program.key());

        assertThat(stand()).isEqualTo("REGISTERED RETRYING");
        clock.advance(Duration.ofMinutes(1));
        pushes.send(program.key());
        assertThat(provider.told).containsExactly("register " + email, "find " + email, "register " + email);
    }

    @Test
    void theRegistrantWhoCancelledThereIsNotCancelledThereAgain() {
        ask(REGISTERED);
        pushes.send(program.key());
        provider.told.clear();
        changes.change(
                StatusRequest.of(program.key(), NOT_IN_PROGRAM, Cause.PROVIDER, Actor.SYSTEM)
                        .because("Cancelled by the registrant"),
                member);
        pushes.send(program.key());

        assertThat(provider.told).isEmpty();
        assertThat(joinLink()).isNull();
    }

    @Test
    void aProgramThatGetsAProviderSendsWhoIsRegisteredAndOneThatLosesItAcceptsWhatWaits() {
        var plain = fixture.program(null);
        var registered = fixture.member(plain, REGISTERED);
        fixture.member(plain, PENDING_APPROVAL);
        assertThat(members.require(plain, registered).delivery()).isEqualTo(Delivery.ACCEPTED);

        webinars.choose(plain, "scripted");
        assertThat(members.require(plain, registered).delivery()).isEqualTo(Delivery.QUEUED);

        webinars.leave(plain);
        assertThat(members.require(plain, registered).delivery()).isEqualTo(Delivery.ACCEPTED);
        assertThat(pushes.send(plain.key())).isFalse();
        assertThat(provider.told).isEmpty();

        webinars.choose(plain, "scripted");
        pushes.send(plain.key());
        assertThat(provider.told).hasSize(1);
    }

    @Test
    void whatIsToBeCancelledThereIsCancelledAlsoAfterTheProgramHasLeft() {
        ask(REGISTERED);
        pushes.send(program.key());
        ask(NOT_IN_PROGRAM);
        webinars.leave(program);
        assertThat(rows.dueProgramsAt(clock.instant())).contains(program.key());

        pushes.send(program.key());

        assertThat(provider.registered).isEmpty();
        assertThat(pushesOf()).containsExactly("REGISTER ACCEPTED", "CANCEL CANCELLED");
    }

    @Test
    void whoIsRegisteredThereStaysSoUnlessTheManagerCancelsAllAndTheirLinksLeadNowhere() {
        var other = fixture.member(program, INVITED);
        ask(REGISTERED);
        changes.change(fixture.ask(program, REGISTERED), other);
        pushes.send(program.key());
        webinars.leave(program);
        pushes.send(program.key());
        assertThat(provider.registered).hasSize(2);
        assertThat(joinLink()).isNull();
        assertThat(registrantId()).isNull();

        webinars.choose(program, "scripted");
        pushes.send(program.key());
        webinars.leave(program, true);
        pushes.send(program.key());
        assertThat(provider.registered).isEmpty();
        assertThat(stand()).isEqualTo("REGISTERED ACCEPTED");
    }

    private String registrantId() {
        return jdbc.sql("select registrant_id from member where id = :member")
                .param("member", member)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    @Test
    void whoWasPerhapsRegisteredWhenTheProgramLeftIsCancelledUnderTheAddressThatWasSent() {
        provider.answer(email, () -> {
            provider.accept(member, email);
            return new RegistrationOutcome.Failed(new ProviderFailure.Unclear(""));
        });
        ask(REGISTERED);
        pushes.send(program.key());
        webinars.leave(program, true);
        pushes.send(program.key());

        assertThat(provider.registered).isEmpty();
        assertThat(pushesOf()).containsExactly("REGISTER DROPPED", "CANCEL CANCELLED");
    }

    @Test
    void aProgramThatGoesToAnotherProviderIsRegisteredThereWithoutWaitingForTheFirst() {
        ask(REGISTERED);
        pushes.send(program.key());
        webinars.choose(program, "simulator", true);
        webinarRows.hold(program.key(), event(program), clock.instant().plusSeconds(60), "Not yet.");

        pushes.send(program.key());
        assertThat(provider.registered).isEmpty();
        assertThat(pushesOf()).containsExactly("REGISTER ACCEPTED", "CANCEL CANCELLED", "REGISTER WAITING");

        clock.advance(Duration.ofSeconds(61));
        pushes.send(program.key());
        assertThat(registrantId()).startsWith("SIM-");
        assertThat(pushesOf()).endsWith("REGISTER ACCEPTED");
    }

    /** Neither the change nor the choice has seen the other: each looked before the other was committed. */
    @Test
    void aChangeThatDidNotSeeThatTheProgramLeftIsPutRight() {
        ask(REGISTERED);
        jdbc.sql("delete from webinar where program_id = :program")
                .param("program", program.key())
                .update();

        strays.settle();

        assertThat(stand()).isEqualTo("REGISTERED ACCEPTED");
        assertThat(pushesOf()).containsExactly("REGISTER DROPPED");
    }

    @Test
    void aChangeThatDidNotSeeThatTheProgramGotAProviderIsSent() {
        var plain = fixture.program(null);
        webinars.choose(plain, "scripted");
        var webinar = webinars.of(plain.key()).orElseThrow();
        webinarRows.delete(plain.key());
        var unseen = fixture.member(plain, REGISTERED);
        var reported = fixture.member(plain, INVITED);
        changes.change(fixture.ask(plain, REGISTERED).asFact(), reported);
        webinarRows.insert(plain.key(), webinar.event(), clock.instant());

        strays.settle();
        strays.settle();
        pushes.send(plain.key());

        assertThat(provider.registered).hasSize(1);
        assertThat(members.require(plain, unseen).delivery()).isEqualTo(Delivery.ACCEPTED);
    }

    @Test
    void aChangeThatWentToTheProviderBeforeIsSentToTheOneOfNow() {
        webinars.choose(program, "simulator");
        var now = webinars.of(program.key()).orElseThrow().event();
        webinarRows.delete(program.key());
        webinarRows.insert(program.key(), new EventRef("scripted", "event-" + program.key()), clock.instant());
        ask(REGISTERED);
        webinarRows.delete(program.key());
        webinarRows.insert(program.key(), now, clock.instant());

        strays.settle();
        pushes.send(program.key());

        assertThat(provider.told).isEmpty();
        assertThat(pushesOf()).containsExactly("REGISTER DROPPED", "REGISTER ACCEPTED");
        assertThat(registrantId()).startsWith("SIM-");
    }

    @Test
    void theMembersPageTellsWhatTheProviderWasTold() {
        provider.answer(email, failing(new ProviderFailure.Rejected(Refusal.CAPACITY_FULL, "Full.")));
        ask(REGISTERED);
        pushes.send(program.key());
        ask(REGISTERED);

        assertThat(timeline.about(member))
                .extracting(entry -> entry.message() + " " + entry.arguments())
                .containsExactly(
                        "provider.timeline.REGISTER.REFUSED [1, Full.]", "provider.timeline.REGISTER.WAITING [0, ]");
    }

    @Test
    void whoIsDueIsFoundByTheTimer() {
        ask(REGISTERED);
        assertThat(rows.dueProgramsAt(clock.instant())).contains(program.key());

        webinarRows.hold(program.key(), event(program), clock.instant().plusSeconds(60), "Too many.");
        assertThat(rows.dueProgramsAt(clock.instant())).doesNotContain(program.key());

        clock.advance(Duration.ofSeconds(61));
        pushes.send(program.key());
        assertThat(rows.dueProgramsAt(clock.instant())).doesNotContain(program.key());
        assertThat(stand()).isEqualTo("REGISTERED ACCEPTED");
    }
}
