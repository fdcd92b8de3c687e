package rollcall.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.NO_SHOW;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.program.Move;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;
import rollcall.program.Program;
import rollcall.testing.TestClock;

abstract class StatusChangesTests {

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Members members;

    @Autowired
    private BroughtAlong brought;

    @Autowired
    private MembersFixture fixture;

    @Autowired
    private Ears ears;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Program program;

    @BeforeEach
    void begin() {
        program = fixture.program(null);
        ears.heard.clear();
    }

    @Test
    void oneMemberMovesForwardAndTheHistoryTells() {
        var member = fixture.member(program, INVITED);
        clock.advance(Duration.ofDays(1));

        var outcome = changes.change(fixture.ask(program, REGISTERED).because("By phone"), member);

        assertThat(outcome.move()).isInstanceOf(Move.Advance.class);
        var line = members.require(program, member);
        assertThat(line.status().key()).isEqualTo("REGISTERED");
        assertThat(line.statusReason()).isEqualTo("By phone");
        assertThat(line.joinedAt()).isEqualTo(TestClock.START);
        assertThat(line.changedAt()).isEqualTo(clock.instant());
        assertThat(line.delivery()).isEqualTo(Delivery.ACCEPTED);
        var history = members.history(program, member);
        assertThat(history).extracting(Change::seq).containsExactly(2, 1);
        assertThat(history.getFirst())
                .returns("By phone", Change::reason)
                .returns(Cause.PERSON, Change::cause)
                .returns(rollcall.program.Actor.SYSTEM, Change::by)
                .returns(clock.instant(), Change::at);
    }

    @Test
    void nothingIsWrittenForWhatIsAlreadyThereOrPast() {
        var member = fixture.member(program, ATTENDED);
        ears.heard.clear();

        assertThat(reason(changes.change(fixture.ask(program, ATTENDED), member)))
                .isEqualTo(Reason.ALREADY_THERE);
        assertThat(reason(changes.change(fixture.ask(program, REGISTERED), member)))
                .isEqualTo(Reason.ALREADY_PAST);

        assertThat(fixture.history(member)).containsExactly("-→ATTENDED");
        assertThat(ears.heard).isEmpty();
    }

    @Test
    void leavingKeepsEverythingAndComingBackContinuesTheHistory() {
        var member = fixture.member(program, ATTENDED);
        var joined = members.require(program, member).joinedAt();
        clock.advance(Duration.ofHours(1));

        changes.change(fixture.ask(program, NOT_IN_PROGRAM), member);
        assertThat(members.page(program, MemberFilter.EVERYBODY, MemberSort.NAME, null, null)
                        .lines())
                .isEmpty();
        changes.change(fixture.ask(program, INVITED), member);

        assertThat(fixture.history(member))
                .containsExactly("-→ATTENDED", "ATTENDED→NOT_IN_PROGRAM", "NOT_IN_PROGRAM→INVITED");
        var line = members.require(program, member);
        assertThat(line.joinedAt()).isEqualTo(joined);
        assertThat(line.successAt()).isEqualTo(joined);
    }

    @Test
    void theFirstSuccessIsNeverOverwritten() {
        var member = fixture.member(program, NO_SHOW);
        assertThat(members.require(program, member).successAt()).isNull();
        clock.advance(Duration.ofHours(1));
        changes.change(fixture.ask(program, rollcall.program.StatusCode.ATTENDED_ON_DEMAND), member);
        var first = clock.instant();
        clock.advance(Duration.ofHours(1));
        changes.change(fixture.ask(program, ATTENDED), member);

        assertThat(members.require(program, member).successAt()).isEqualTo(first);
    }

    @Test
    void aStalePageWritesNothing() {
        var member = fixture.member(program, REGISTERED);
        var outcome = changes.change(fixture.ask(program, ATTENDED).expecting("INVITED"), member);

        assertThat(reason(outcome)).isEqualTo(Reason.CHANGED_MEANWHILE);
        assertThat(fixture.statusOf(member)).isEqualTo("REGISTERED");
    }

    @Test
    void aRepeatedRequestAnswersWhatTheFirstCameTo() {
        var member = fixture.member(program, INVITED);
        var request = fixture.ask(program, REGISTERED).once("click-1");

        var first = changes.change(request, member);
        var second = changes.change(request, member);

        assertThat(second).isEqualTo(first);
        assertThat(fixture.history(member)).hasSize(2);
    }

    @Test
    void aRequestIdIsGoodForOneThing() {
        var two = fixture.members(program, 2, INVITED);
        var request = fixture.ask(program, REGISTERED).once("click-1");
        changes.change(request, two.getFirst());

        assertThatThrownBy(() -> changes.change(request, two.getLast())).isInstanceOf(RequestIdTaken.class);
        assertThat(fixture.statusOf(two.getLast())).isEqualTo("INVITED");
    }

    @Test
    void aRepeatedBulkAnswersWhatTheFirstCameToWithItsSkips() {
        var invited = fixture.members(program, 3, INVITED);
        var attended = fixture.member(program, ATTENDED);
        var ids = List.of(invited.get(0), attended, invited.get(1), invited.get(2));
        var request = fixture.ask(program, REGISTERED).once("bulk-1");

        var first = changes.change(request, ids);
        var second = changes.change(request, ids);

        assertThat(first.changed()).isEqualTo(3);
        assertThat(first.skipped()).isEqualTo(Map.of(Reason.ALREADY_PAST, 1L));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.changed()).isEqualTo(3);
        assertThat(second.skipped()).isEqualTo(first.skipped());
    }

    @Test
    void aBulkIsOneChangeSetAndOneEventInsideTheTransaction() {
        var ids = fixture.members(program, 5, INVITED);
        ears.heard.clear();

        var changeSet = changes.change(fixture.ask(program, REGISTERED), ids);

        assertThat(ears.heard)
                .containsExactly(
                        new StatusesChanged(changeSet.id(), program.key(), Set.of("REGISTERED"), false, false));
        assertThat(ears.inTransaction).isTrue();
        assertThat(changeSet.outcomes()).extracting(Outcome::memberId).containsExactlyElementsOf(ids);
        assertThat(fixture.counted(program)).isEqualTo(Map.of("REGISTERED", 5L));
        assertThat(members.counts(program.key())).isEqualTo(Map.of("REGISTERED", 5L));
    }

    @Test
    void aMemberOfAnotherProgramIsUnknownHereAndNothingIsWritten() {
        var own = fixture.members(program, 2, INVITED);
        var foreign = fixture.member(fixture.program(null), INVITED);

        assertThatThrownBy(() -> changes.change(fixture.ask(program, REGISTERED), foreign))
                .isInstanceOf(NoSuchMember.class);
        assertThatThrownBy(() -> changes.change(fixture.ask(program, REGISTERED), List.of(own.getFirst(), foreign)))
                .isInstanceOf(NoSuchMember.class);

        assertThat(fixture.statusOf(own.getFirst())).isEqualTo("INVITED");
        assertThat(fixture.statusOf(foreign)).isEqualTo("INVITED");
    }

    @Test
    void newcomersBringTheirOwnStatusReasonDateLinkAndAnswers() {
        var person = fixture.people(1).getFirst();
        var since = TestClock.START.minus(Duration.ofDays(3));
        var newcomer = new Newcomer(
                person,
                "REJECTED",
                "Competitor",
                since,
                "R-17",
                "https://join.example.org/17",
                Map.of("Diet", "vegan", "Anything to ask?", "When?\nWhere?"));

        var outcome = changes.join(fixture.ask(program, REGISTERED), List.of(newcomer))
                .outcomes()
                .getFirst();

        var line = members.require(program, outcome.memberId());
        assertThat(line.status().key()).isEqualTo("REJECTED");
        assertThat(line.statusReason()).isEqualTo("Competitor");
        assertThat(line.joinedAt()).isEqualTo(since);
        assertThat(brought.of(List.of(line.id())).get(line.id()).joinLink()).isEqualTo("https://join.example.org/17");
        assertThat(members.answers(line.id())).isEqualTo(Map.of("Anything to ask?", "When?\nWhere?", "Diet", "vegan"));
        assertThat(members.history(program, line.id()).getFirst())
                .returns(since, Change::at)
                .returns(TestClock.START, Change::recordedAt);
    }

    @Test
    void joiningMovesWhoIsThereAlreadyAndSkipsWhoIsFurther() {
        var people = fixture.people(3);
        changes.join(fixture.ask(program, INVITED), List.of(Newcomer.of(people.get(0))));
        changes.join(fixture.ask(program, ATTENDED), List.of(Newcomer.of(people.get(1))));

        var changeSet = changes.join(
                fixture.ask(program, REGISTERED),
                people.stream().map(Newcomer::of).toList());

        assertThat(changeSet.outcomes().get(0).move()).isInstanceOf(Move.Advance.class);
        assertThat(reason(changeSet.outcomes().get(1))).isEqualTo(Reason.ALREADY_PAST);
        assertThat(changeSet.outcomes().get(2).move()).isInstanceOf(Move.Join.class);
        assertThat(fixture.counted(program)).isEqualTo(Map.of("REGISTERED", 2L, "ATTENDED", 1L));
    }

    @Test
    void seatsGoToThoseWhoWaitInTheirOrderThenByMembershipDate() {
        var limited = fixture.program(3);
        var invited = fixture.members(limited, 2, INVITED);
        var waiting = new java.util.ArrayList<Long>();
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofMinutes(1));
            waiting.addFirst(fixture.member(limited, WAITLISTED));
        }
        var asked = List.of(invited.get(1), waiting.get(0), invited.get(0), waiting.get(1));

        var changeSet = changes.change(fixture.ask(limited, REGISTERED), asked);

        assertThat(changeSet.outcomes()).extracting(Outcome::written).containsExactly(false, true, true, true);
        assertThat(reason(changeSet.outcomes().getFirst())).isEqualTo(Reason.PROGRAM_FULL);
        assertThat(fixture.taken(limited)).isEqualTo(3);
        assertThat(members.seats(limited)).isEqualTo(new SeatCount(3, 3));
    }

    @Test
    void whatHappenedMayOverbookAndLeavingFreesASeat() {
        var limited = fixture.program(1);
        fixture.member(limited, REGISTERED);
        var walkIn = fixture.member(limited, ATTENDED);
        assertThat(members.seats(limited).over()).isEqualTo(1);

        changes.change(fixture.ask(limited, NOT_IN_PROGRAM), walkIn);

        assertThat(members.seats(limited)).isEqualTo(new SeatCount(1, 1));
        assertThat(reason(changes.join(
                                fixture.ask(limited, REGISTERED),
                                List.of(Newcomer.of(fixture.people(1).getFirst())))
                        .outcomes()
                        .getFirst()))
                .isEqualTo(Reason.PROGRAM_FULL);
    }

    @Test
    void somebodyTurnedAwayDidNotBecomeAMemberAndBringsNothing() {
        var full = fixture.program(0);
        var person = fixture.people(1).getFirst();
        var newcomer = new Newcomer(person, null, null, null, "R-1", null, Map.of("Diet", "vegan"));

        var outcome = changes.join(fixture.ask(full, REGISTERED), List.of(newcomer))
                .outcomes()
                .getFirst();

        assertThat(outcome.memberId()).isNull();
        assertThat(reason(outcome)).isEqualTo(Reason.PROGRAM_FULL);
        assertThat(members.memberOf(full.key(), person)).isEmpty();
    }

    @Test
    void theDatabaseRefusesAStepBackByItself() {
        var member = fixture.member(program, ATTENDED);
        var changeSet = members.history(program, member).getFirst().changeSetId();

        assertThatThrownBy(() -> jdbc.sql("""
            insert into status_change (member_id, change_set_id, seq, from_status, from_step, to_status,
                to_step, reason, happened_at)
            values (:member, :changeSet, 2, 'ATTENDED', 70, 'INVITED', 10, '', current_timestamp)\
            """)
                        .param("member", member)
                        .param("changeSet", changeSet)
                        .update())
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    }

    private static Reason reason(Outcome outcome) {
        assertThat(outcome.move()).isInstanceOf(Skip.class);
        return ((Skip) outcome.move()).reason();
    }
}
