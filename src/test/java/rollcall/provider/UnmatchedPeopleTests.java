package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rollcall.provider.RefreshFixture.came;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.ui.ConcurrentModel;
import rollcall.member.MembersFixture;
import rollcall.member.StatusChanges;
import rollcall.person.Erasures;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.provider.Unmatched.Answer;
import rollcall.testing.TestClock;

abstract class UnmatchedPeopleTests {

    private static final Actor ADA = Actor.account(7, "Ada");

    @Autowired
    private RefreshFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private Unmatched unmatched;

    @Autowired
    private UnmatchedPages pages;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Erasures erasures;

    @Autowired
    private People people;

    @Autowired
    private TestClock clock;

    private Program program;
    private ScriptedReport.Script script;

    @BeforeEach
    void begin() {
        program = fixture.program();
        script = fixture.script(program);
        clock.set(program.endsAt().plus(Duration.ofHours(1)));
        script.live.add(came("phone", "", "Dial-in 12", program, 12));
        script.onDemand.add(came(null, "viewer@example.org", "A Viewer", program, 7));
        fixture.run(program);
    }

    private long id(String name) {
        return fixture.unmatchedId(program, name);
    }

    @Test
    void whoMatchesNobodyWaitsForAPerson() {
        assertThat(fixture.unmatched(program)).containsExactly("Dial-in 12 720 - OPEN", "A Viewer - 420 OPEN");
    }

    @Test
    void whoIsMatchedIsThatMemberFromThenOn() {
        var member = fixture.registered(program);
        script.live.add(came(member, program, 30));
        fixture.run(program);

        assertThat(unmatched.match(ADA, program, id("Dial-in 12"), member)).isEqualTo(Answer.SETTLED);
        assertThat(unmatched.match(ADA, program, id("Dial-in 12"), member)).isEqualTo(Answer.BEFORE);

        assertThat(members.history(member)).containsExactly("-→REGISTERED", "REGISTERED→ATTENDED");
        assertThat(fixture.minutes(member)).as("both devices").containsExactly(42, null);
        script.live.set(0, came("phone", "", "Dial-in 12", program, 20));
        fixture.run(program);
        assertThat(fixture.minutes(member)).containsExactly(50, null);
        assertThat(fixture.unmatched(program)).contains("Dial-in 12 720 - MATCHED");
    }

    @Test
    void aMatchLiftsAMemberWhoWasMarkedAbsent() {
        var member = fixture.registered(program);
        fixture.run(program);
        assertThat(members.statusOf(member)).isEqualTo("NO_SHOW");

        unmatched.match(ADA, program, id("Dial-in 12"), member);

        assertThat(fixture.lastChange(member)).isEqualTo("ATTENDED (12 min) account:7 PROVIDER");
        fixture.run(program);
        assertThat(members.statusOf(member)).isEqualTo("ATTENDED");
    }

    @Test
    void whoWasErasedIsNotMatchedAndTheAttendeeStillWaits() {
        var erased = fixture.registered(program);
        var details = people.byEmail(fixture.emailOf(erased)).orElseThrow();
        changes.change(members.ask(program, StatusCode.NOT_IN_PROGRAM), erased);
        erasures.erase(details.id(), "erased");
        var model = new ConcurrentModel();

        assertThat(unmatched.match(ADA, program, id("Dial-in 12"), erased)).isEqualTo(Answer.CLOSED);
        pages.one(model, program, unmatched.require(program, id("Dial-in 12")), "Erased");

        assertThat(fixture.unmatched(program)).contains("Dial-in 12 720 - OPEN");
        assertThat(fixture.minutes(erased)).containsExactly(null, null);
        assertThat((List<?>) model.getAttribute("found")).isEmpty();
    }

    @Test
    void onlyAMemberOfTheProgramIsMatched() {
        var elsewhere = fixture.registered(fixture.program());
        var id = id("Dial-in 12");
        assertThatThrownBy(() -> unmatched.match(ADA, program, id, elsewhere)).hasMessageContaining("member");
        assertThatThrownBy(() -> unmatched.match(ADA, fixture.program(), id, elsewhere))
                .isInstanceOf(NoSuchAttendee.class);
        assertThat(fixture.unmatched(program)).contains("Dial-in 12 720 - OPEN");
    }

    @Test
    void whoIsAddedBecomesAMemberWhoAttended() {
        var details = new PersonDetails("viewer@example.org", "A", "Viewer", "", "", "", "", "", "");

        assertThat(unmatched.add(ADA, program, id("A Viewer"), details)).isEqualTo(Answer.SETTLED);
        assertThat(unmatched.add(ADA, program, id("A Viewer"), details)).isEqualTo(Answer.BEFORE);

        assertThat(people.byEmail("viewer@example.org")).isPresent();
        assertThat(members.counted(program)).isEqualTo(java.util.Map.of("ATTENDED_ON_DEMAND", 1L));
        fixture.run(program);
        assertThat(members.counted(program)).isEqualTo(java.util.Map.of("ATTENDED_ON_DEMAND", 1L));
        assertThat(fixture.unmatched(program)).contains("A Viewer - 420 ADDED");
    }

    @Test
    void whoIsDismissedDoesNotComeAgain() {
        assertThat(unmatched.dismiss(ADA, program, List.of(id("Dial-in 12"), id("A Viewer"), 0L)))
                .isEqualTo(2);
        assertThat(unmatched.dismiss(ADA, program, List.of(id("Dial-in 12")))).isZero();

        assertThat(fixture.run(program)).returns(0, Refresh::unmatched);
        assertThat(fixture.unmatched(program))
                .containsExactly("Dial-in 12 720 - DISMISSED", "A Viewer - 420 DISMISSED");

        assertThat(unmatched.reopen(program, List.of(id("A Viewer")))).isEqualTo(1);
        assertThat(fixture.run(program)).returns(1, Refresh::unmatched);
    }

    @Test
    void whoBecameAMemberMeanwhileWaitsNoLonger() {
        var person = people.bring(List.of(PersonDetails.ofEmail("viewer@example.org")), rollcall.person.Known.LEAVE)
                .getFirst();
        members.join(program, person, StatusCode.INVITED);

        fixture.run(program);

        assertThat(fixture.unmatched(program)).contains("A Viewer - 420 MATCHED");
        assertThat(members.counted(program)).isEqualTo(java.util.Map.of("ATTENDED_ON_DEMAND", 1L));
    }
}
