package rollcall.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.PENDING_APPROVAL;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REJECTED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.account.Accounts;
import rollcall.account.Rights;
import rollcall.account.Role;
import rollcall.member.Cause;
import rollcall.member.Corrections;
import rollcall.member.MembersFixture;
import rollcall.member.Outcome;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.person.Belongings;
import rollcall.program.Actor;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;
import rollcall.program.Plans;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;
import rollcall.testing.SignedIn;
import rollcall.testing.TestClock;
import rollcall.waitlist.WaitlistFixture;

abstract class DecisionsTests {

    @Autowired
    private Decisions decisions;

    @Autowired
    private ManyDecisions many;

    @Autowired
    private DecisionRows rows;

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private ApprovalExpiry expiry;

    @Autowired
    private ApprovalSettings settings;

    @Autowired
    private ApprovalBelongings belongings;

    @Autowired
    private Situations situations;

    @Autowired
    private WaitlistFixture waitlist;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Programs programs;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;
    private Actor approver;

    @BeforeEach
    void begin() {
        use(program(2, true, false));
    }

    private void use(Program one) {
        program = one;
        approver =
                SignedIn.account(accounts, Rights.in(one.key(), Role.APPROVER)).actor();
    }

    private Program program(@Nullable Integer capacity, boolean waitlist, boolean fourEyes) {
        return programs.create(Actor.SYSTEM, plan(capacity, waitlist, fourEyes));
    }

    private static ProgramPlan plan(@Nullable Integer capacity, boolean waitlist, boolean fourEyes) {
        var plain = Plans.limited("Decided", capacity);
        return new ProgramPlan(
                plain.name(),
                "",
                plain.startsAt(),
                plain.endsAt(),
                plain.zone(),
                capacity,
                true,
                waitlist,
                fourEyes,
                plain.webinarAddress());
    }

    private long pending() {
        return fixture.member(program, PENDING_APPROVAL);
    }

    private Outcome approve(long member) {
        return decisions.approve(approver, program.key(), member, null);
    }

    private static @Nullable Reason why(Outcome outcome) {
        return outcome.move() instanceof Skip skip ? skip.reason() : null;
    }

    /** The decisions on a member as words, the newest first: {@code REGISTERED INBOX}. */
    private List<String> decided(long member) {
        return rows.of(member, programs.channelOf(program)).stream()
                .map(one -> one.to().key() + " " + one.source())
                .toList();
    }

    @Test
    void approvingGivesAFreeSeat() {
        var member = pending();
        assertThat(approve(member).written()).isTrue();
        assertThat(fixture.statusOf(member)).isEqualTo(REGISTERED.name());
        assertThat(decided(member)).containsExactly("REGISTERED INBOX");
        assertThat(fixture.taken(program)).isOne();
    }

    @Test
    void approvingMeansTheWaitlistOnceAllSeatsAreTaken() {
        fixture.members(program, 2, REGISTERED);
        var member = pending();
        approve(member);
        assertThat(fixture.statusOf(member)).isEqualTo(WAITLISTED.name());
    }

    @Test
    void whoeverIsApprovedOvertakesNobodyWhoWaits() {
        fixture.member(program, WAITLISTED);
        var member = pending();
        approve(member);
        assertThat(fixture.statusOf(member)).isEqualTo(WAITLISTED.name());
    }

    @Test
    void whereThereIsNoWaitlistWhoeverFindsNoSeatStaysPending() {
        use(program(1, false, false));
        fixture.member(program, REGISTERED);
        var member = pending();
        assertThat(why(approve(member))).isEqualTo(Reason.PROGRAM_FULL);
        assertThat(fixture.statusOf(member)).isEqualTo(PENDING_APPROVAL.name());
        assertThat(decided(member)).isEmpty();
    }

    @Test
    void aWaitlistTakesNoMoreThanItMay() {
        waitlist.most(program, 2);
        fixture.members(program, 2, REGISTERED);
        var members = fixture.members(program, 4, PENDING_APPROVAL);
        approve(members.getFirst());

        for (var result : List.of(
                many.preview(approver, Verdict.APPROVE, members),
                many.confirm(approver, Verdict.APPROVE, members, "", null))) {
            assertThat(result.given()).isEqualTo(Map.of(WAITLISTED, 1L));
            assertThat(result.refused()).containsEntry(Reason.PROGRAM_FULL, 2L);
        }
        assertThat(why(approve(members.get(2)))).isEqualTo(Reason.PROGRAM_FULL);
        assertThat(fixture.statusOf(members.get(2))).isEqualTo(PENDING_APPROVAL.name());
    }

    @Test
    void theInboxKnowsThatTheWaitlistIsFull() {
        waitlist.most(program, 1);
        fixture.members(program, 2, REGISTERED);
        assertThat(situation().toWaitlist()).isTrue();
        fixture.member(program, WAITLISTED);
        assertThat(situation().full()).isTrue();
        assertThat(situation().waitlistOn()).isTrue();
    }

    private Situated situation() {
        return situations.of(List.of(program.key())).get(program.key());
    }

    @Test
    void withoutALimitEverybodyWhoIsApprovedIsRegistered() {
        use(program(null, true, false));
        var member = pending();
        approve(member);
        assertThat(fixture.statusOf(member)).isEqualTo(REGISTERED.name());
    }

    @Test
    void turningSomebodyDownNeedsAReason() {
        var member = pending();
        assertThat(why(decisions.reject(approver, program.key(), member, " ", null)))
                .isEqualTo(Reason.REASON_REQUIRED);
        decisions.reject(approver, program.key(), member, "a competitor", null);
        assertThat(decided(member)).containsExactly("REJECTED INBOX");
        assertThat(rows.of(member, programs.channelOf(program)).getFirst().reason())
                .isEqualTo("a competitor");
    }

    @Test
    void withFourEyesWhoeverBroughtSomebodyInDecidesOnOthers() {
        use(program(2, true, true));
        var member = pending();
        jdbc.sql("update member set brought_by = :key where id = :id")
                .param("key", approver.key())
                .param("id", member)
                .update();
        assertThat(why(approve(member))).isEqualTo(Reason.NEEDS_OTHER_APPROVER);
        assertThat(decisions.approve(Actor.SYSTEM, program.key(), member, null).written())
                .isTrue();
    }

    @Test
    void aViewerDecidesNothing() {
        var member = pending();
        var viewer = SignedIn.account(accounts, Rights.in(program.key(), Role.VIEWER))
                .actor();
        assertThat(why(decisions.approve(viewer, program.key(), member, null))).isEqualTo(Reason.NEEDS_APPROVER);
    }

    @Test
    void theSameRequestTwiceIsOneDecisionWithOneAnswer() {
        use(program(1, false, false));
        var member = pending();
        var first = decisions.approve(approver, program.key(), member, "request-1");
        var second = decisions.approve(approver, program.key(), member, "request-1");
        assertThat(second).isEqualTo(first);
        assertThat(decided(member)).hasSize(1);
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDoesAndTheOtherIsTold() throws Exception {
        var member = pending();
        var start = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(() -> {
                start.await();
                return approve(member);
            });
            var other = both.submit(() -> {
                start.await();
                return decisions.reject(approver, program.key(), member, "no", null);
            });
            var reasons = new ArrayList<@Nullable Reason>(List.of());
            reasons.add(why(one.get()));
            reasons.add(why(other.get()));
            assertThat(reasons).containsExactlyInAnyOrder(null, Reason.CHANGED_MEANWHILE);
        }
        assertThat(decided(member)).hasSize(1);
    }

    @Test
    void decidingElsewhereLeavesTheSameRow() {
        var byHand = pending();
        changes.change(fixture.ask(program, REJECTED), byHand);
        var provider = pending();
        changes.change(StatusRequest.of(program.key(), REGISTERED, Cause.PROVIDER, Actor.SYSTEM), provider);
        var gone = pending();
        changes.change(fixture.ask(program, NOT_IN_PROGRAM), gone);
        assertThat(decided(byHand)).containsExactly("REJECTED LIST");
        assertThat(decided(provider)).containsExactly("REGISTERED PROVIDER");
        assertThat(decided(gone)).isEmpty();
    }

    @Test
    void aCorrectionIsNoDecision() {
        var member = pending();
        corrections.correct(fixture.ask(program, REGISTERED), member);
        assertThat(fixture.statusOf(member)).isEqualTo(REGISTERED.name());
        assertThat(decided(member)).isEmpty();
    }

    @Test
    void whoeverWaitedTooLongIsTurnedDownOnceAndWhoeverWasPutOffLater() {
        settings.store(Actor.SYSTEM, program, new Setting(3, "nobody decided", List.of()));
        var member = pending();
        var late = pending();
        clock.advance(Duration.ofDays(2));
        deferrals.defer(approver, late, clock.instant().plus(Duration.ofDays(7)), "on leave");
        var young = pending();
        expiry.expire();
        assertThat(fixture.statusOf(member)).isEqualTo(PENDING_APPROVAL.name());

        clock.advance(Duration.ofDays(1));
        expiry.expire();
        expiry.expire();
        assertThat(decided(member)).containsExactly("REJECTED EXPIRY");
        assertThat(fixture.statusOf(late)).isEqualTo(PENDING_APPROVAL.name());
        assertThat(fixture.statusOf(young)).isEqualTo(PENDING_APPROVAL.name());

        clock.advance(Duration.ofDays(7));
        expiry.expire();
        assertThat(decided(late)).containsExactly("REJECTED EXPIRY");
        assertThat(decided(young)).containsExactly("REJECTED EXPIRY");
    }

    @Test
    void theHouseMayTurnDownWhomItBroughtInWithFourEyes() {
        use(program(2, true, true));
        settings.store(Actor.SYSTEM, program, new Setting(1, "nobody decided", List.of()));
        var member = pending();
        clock.advance(Duration.ofDays(1));
        expiry.expire();
        assertThat(fixture.statusOf(member)).isEqualTo(REJECTED.name());
    }

    @Test
    void aCloneDecidesAsTheProgramItWasMadeAfter() {
        settings.store(Actor.SYSTEM, program, new Setting(5, "too late", List.of("one", "two")));
        var clone = programs.cloneOf(Actor.SYSTEM, program.key(), plan(null, true, false));
        assertThat(settings.of(clone.key())).isEqualTo(new Setting(5, "too late", List.of("one", "two")));
    }

    @Test
    void manyAreDecidedAsThePreviewSays() {
        use(program(2, true, true));
        var members = fixture.members(program, 4, PENDING_APPROVAL);
        jdbc.sql("update member set brought_by = :key where id = :id")
                .param("key", approver.key())
                .param("id", members.getFirst())
                .update();
        changes.change(fixture.ask(program, REJECTED), members.get(3));
        var more = pending();
        var asked = new ArrayList<>(members);
        asked.add(more);
        for (var result : List.of(
                many.preview(approver, Verdict.APPROVE, asked),
                many.confirm(approver, Verdict.APPROVE, asked, "", "bulk-1"))) {
            assertThat(result.given()).isEqualTo(Map.of(REGISTERED, 2L, WAITLISTED, 1L));
            assertThat(result.refused())
                    .isEqualTo(Map.of(Reason.NEEDS_OTHER_APPROVER, 1L, Reason.CHANGED_MEANWHILE, 1L));
        }
        assertThat(fixture.statusOf(members.getFirst())).isEqualTo(PENDING_APPROVAL.name());
        assertThat(fixture.statusOf(more)).isEqualTo(WAITLISTED.name());
        assertThat(many.confirm(approver, Verdict.APPROVE, asked, "", "bulk-1").given())
                .isEqualTo(Map.of(REGISTERED, 2L, WAITLISTED, 1L));
    }

    @Test
    void manyOfAnotherProgramAreLeftAlone() {
        var other = program(null, true, false);
        var elsewhere = fixture.member(other, PENDING_APPROVAL);
        var result = many.confirm(approver, Verdict.REJECT, List.of(elsewhere, pending()), "no", null);
        assertThat(result.given()).isEqualTo(Map.of(REJECTED, 1L));
        assertThat(fixture.statusOf(elsewhere)).isEqualTo(PENDING_APPROVAL.name());
    }

    @Test
    void whatWasSaidOfSomebodyGoesWhenTheyAreErased() {
        var member = pending();
        deferrals.defer(approver, member, clock.instant().plusSeconds(60), "her boss is ill");
        decisions.reject(approver, program.key(), member, "a competitor", null);
        var person = fixture.personOf(member);
        assertThat(belongings.about(List.of(person), List.of()).stream()
                        .flatMap(one -> one.entries().stream())
                        .map(one ->
                                one.values().getOrDefault("reason", one.values().get("note"))))
                .containsExactly("a competitor", "her boss is ill");
        belongings.forget(new Belongings.Erasure(Set.of(person), Set.of(), "erased"));
        assertThat(belongings.about(List.of(person), List.of()).toString())
                .doesNotContain("competitor", "boss")
                .contains("erased");
    }
}
