package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.campaign.CampaignFixture.EACH_TIME;
import static rollcall.campaign.CampaignFixture.by;
import static rollcall.campaign.CampaignFixture.definition;
import static rollcall.campaign.CampaignFixture.keys;
import static rollcall.campaign.CampaignFixture.to;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REGISTRATION_ERROR;
import static rollcall.program.StatusCode.REJECTED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.campaign.Again.Often;
import rollcall.member.Cause;
import rollcall.member.Corrections;
import rollcall.member.FormFilledOut;
import rollcall.member.MembersFixture;
import rollcall.member.OwnReason;
import rollcall.member.Registrations;
import rollcall.member.Registrations.Attendance;
import rollcall.member.SeatOffered;
import rollcall.member.StatusChanges;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.provider.RefreshFixture;
import rollcall.provider.Webinars;
import rollcall.testing.TestClock;

/** What brings members in, and whom of them once more. */
abstract class TriggersTests extends EmptyFeed {

    private static final Action ANYTHING = new Action.Remove();

    @Autowired
    private CampaignFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private RefreshFixture refreshes;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Webinars webinars;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Corrections corrections;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void begin() {
        program = members.program(null);
    }

    private long on(Trigger trigger) {
        return fixture.on(program, definition(trigger, EACH_TIME, ANYTHING));
    }

    /** How many came in, in all. */
    private long entered(long campaign) {
        fixture.work(program);
        return fixture.entries(campaign).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private void ask(StatusCode to, long member) {
        clock.advance(Duration.ofMinutes(1));
        fixture.ask(program, to, member);
    }

    @Test
    void aStatusChangeIsHeardByFromToCauseAndReason() {
        var fromWaiting = on(new Trigger.StatusChanged(keys(WAITLISTED), Set.of(), Set.of(), ""));
        var toRegistered = on(to(REGISTERED));
        var byImport = on(by(Cause.IMPORT));
        var because = on(new Trigger.StatusChanged(Set.of(), Set.of(), Set.of(), "AS ask"));
        var added = on(new Trigger.PersonAdded());
        var failed = on(new Trigger.RegistrationFailed());
        var member = members.member(program, WAITLISTED);
        for (var status : List.of(REGISTERED, REGISTRATION_ERROR, NOT_IN_PROGRAM, INVITED)) {
            fixture.work(program);
            ask(status, member);
        }

        assertThat(entered(fromWaiting)).isEqualTo(1);
        assertThat(entered(toRegistered)).isEqualTo(1);
        assertThat(entered(byImport)).isZero();
        assertThat(entered(because)).isEqualTo(4); // not when they left: no campaign is for those
        assertThat(entered(added)).isEqualTo(1);
        assertThat(entered(failed)).isEqualTo(1);
    }

    /** It is stored as a code, which nobody can search for. */
    @Test
    void aReasonOfRollcallsOwnIsHeardByTheWordsThatPeopleRead() {
        var english = on(because("By Registrant"));
        var swedish = on(because("Avanmäld av"));
        var other = on(because("erased"));
        var member = members.member(program, INVITED);
        fixture.work(program);
        changes.change(members.ask(program, REGISTERED).because(OwnReason.CANCELLED_BY_REGISTRANT.stored()), member);

        assertThat(entered(english)).isEqualTo(1);
        assertThat(entered(swedish)).isEqualTo(1);
        assertThat(entered(other)).isZero();
    }

    private static Trigger because(String text) {
        return new Trigger.StatusChanged(Set.of(), Set.of(), Set.of(), text);
    }

    @Test
    void withoutAProviderRegisteredIsAcceptedAtOnce() {
        var accepted = on(new Trigger.RegistrationAccepted());
        var member = members.member(program, INVITED);
        assertThat(entered(accepted)).isZero();
        ask(REGISTERED, member);
        assertThat(entered(accepted)).isEqualTo(1);
        ask(ATTENDED, member);
        assertThat(entered(accepted)).isEqualTo(1);
    }

    @Test
    void withAProviderItIsHeardWhenTheProviderAcceptsAndOnceAlone() {
        program = refreshes.program();
        var accepted = on(new Trigger.RegistrationAccepted());
        var member = members.member(program, REGISTERED);
        assertThat(entered(accepted)).isZero();
        accept(member);
        assertThat(entered(accepted)).isEqualTo(1);
    }

    /** The provider's yes and the status that follows from it come in one transaction. */
    @Test
    void aRegistrationThatSucceedsAtLastIsHeardOnce() {
        program = refreshes.program();
        var accepted = on(new Trigger.RegistrationAccepted());
        var member = members.member(program, REGISTRATION_ERROR);
        transaction.executeWithoutResult(both -> {
            registrations.accepted(program.key(), member, "r", "https://x.example.org", clock.instant());
            members.reported(program, member, REGISTERED);
        });
        assertThat(entered(accepted)).isEqualTo(1);
    }

    /** Whoever was still waiting for the provider is accepted when the program has none any more. */
    @Test
    void withoutTheProviderWhoWaitedForItIsAccepted() {
        program = refreshes.program();
        var accepted = on(new Trigger.RegistrationAccepted());
        members.members(program, 2, REGISTERED);
        assertThat(entered(accepted)).isZero();
        webinars.leave(program);
        assertThat(entered(accepted)).isEqualTo(2);
    }

    private void accept(long member) {
        transaction.executeWithoutResult(
                status -> registrations.accepted(program.key(), member, "r", "https://x.example.org", clock.instant()));
    }

    @Test
    void formsAttendanceAndRequestsNameTheirMembers() {
        var form = on(new Trigger.FormFilledOut());
        var again = on(new Trigger.FormFilledOutAgain());
        var offered = on(new Trigger.SeatOffered());
        var attendance = on(new Trigger.AttendanceArrived());
        var asked = on(new Trigger.Requested());
        var some = members.members(program, 3, INVITED);
        transaction.executeWithoutResult(
                status -> events.publishEvent(new FormFilledOut(program.key(), some.subList(0, 1), false)));
        transaction.executeWithoutResult(
                status -> events.publishEvent(new FormFilledOut(program.key(), some.subList(0, 2), true)));
        transaction.executeWithoutResult(
                status -> events.publishEvent(new SeatOffered(program.key(), some, clock.instant())));
        transaction.executeWithoutResult(
                status -> registrations.attended(program.key(), List.of(new Attendance(some.get(1), 12, null))));
        campaigns.request(program, asked, some, Actor.SYSTEM);

        assertThat(entered(form)).isEqualTo(1);
        assertThat(entered(again)).isEqualTo(2);
        assertThat(entered(offered)).isEqualTo(3);
        assertThat(entered(attendance)).isEqualTo(1);
        assertThat(entered(asked)).isEqualTo(3);
    }

    @Test
    void aSeatThatComesFreeIsHeardByWhoWaitsInTheirOrder() {
        program = members.program(1);
        var freed = on(new Trigger.SeatCameFree());
        var holder = members.member(program, REGISTERED);
        ask(NOT_IN_PROGRAM, holder);
        assertThat(entered(freed)).isZero(); // nobody waited
        ask(REGISTERED, holder);
        clock.advance(Duration.ofMinutes(1));
        var second = members.member(program, INVITED);
        var first = members.member(program, WAITLISTED);
        ask(WAITLISTED, second);
        ask(NOT_IN_PROGRAM, holder);

        assertThat(entered(freed)).isEqualTo(2);
        assertThat(jdbc.sql("select member_id from campaign_entry where campaign_id = :id order by id")
                        .param("id", freed)
                        .query(Long.class)
                        .list())
                .containsExactly(first, second);
    }

    /** Only the net difference is heard, and a registration that stands is not confirmed again. */
    @Test
    void aCorrectionIsHeardByItsNetDifference() {
        var accepted = on(new Trigger.RegistrationAccepted());
        var left = on(to(NOT_IN_PROGRAM));
        var fromAttended = on(new Trigger.StatusChanged(keys(ATTENDED), keys(REGISTERED), Set.of(), ""));
        var fromOut = on(new Trigger.StatusChanged(keys(NOT_IN_PROGRAM), Set.of(), Set.of(), ""));
        var member = members.member(program, REGISTERED);
        ask(ATTENDED, member);
        assertThat(entered(accepted)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        corrections.correct(members.ask(program, REGISTERED), member);

        assertThat(entered(accepted)).isEqualTo(1);
        assertThat(entered(left)).isZero();
        assertThat(entered(fromAttended)).isEqualTo(1);
        assertThat(entered(fromOut)).isZero();
    }

    @Test
    void whatWasTakenBackBeforeAnybodyHeardOfItIsNotHeard() {
        var attended = on(to(ATTENDED));
        var member = members.member(program, REGISTERED);
        ask(ATTENDED, member);
        clock.advance(Duration.ofMinutes(1));
        corrections.correct(members.ask(program, REGISTERED), member);

        assertThat(entered(attended)).isZero();
    }

    @Test
    void whereNoCampaignIsOnNothingIsNoted() {
        members.member(program, INVITED);
        assertThat(jdbc.sql("select count(*) from campaign_feed where program_id = :p")
                        .param("p", program.key())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Registered, out and Registered again, at once and after six days. */
    @ParameterizedTest
    @CsvSource({
        "ONCE,       0, false, 1, 1",
        "ONCE,       0, true,  2, 3",
        "EVERY_TIME, 0,      , 2, 3",
        "DAYS,       5,      , 1, 2",
        "DAYS,       7,      , 1, 1",
    })
    void howOftenOneMayComeIn(Often often, int days, Boolean afterReturn, long atOnce, long later) {
        var id = fixture.on(program, definition(to(REGISTERED), new Again(often, days, afterReturn), ANYTHING));
        var member = members.member(program, REGISTERED);
        assertThat(entered(id)).isEqualTo(1);
        ask(NOT_IN_PROGRAM, member);
        ask(REGISTERED, member);
        assertThat(entered(id)).isEqualTo(atOnce);
        ask(NOT_IN_PROGRAM, member);
        clock.advance(Duration.ofDays(6));
        ask(REGISTERED, member);
        assertThat(entered(id)).isEqualTo(later);
    }

    /** A registration that only stood through a correction is not a new one. */
    @Test
    void onceEvenAfterARegistrationStoodThroughACorrection() {
        var again = new Again(Often.ONCE, 0, true);
        var id = fixture.on(program, definition(to(REGISTERED), again, ANYTHING));
        var member = members.member(program, REGISTERED);
        assertThat(entered(id)).isEqualTo(1);
        ask(ATTENDED, member);
        clock.advance(Duration.ofMinutes(1));
        corrections.correct(members.ask(program, REGISTERED), member);

        assertThat(entered(id)).isEqualTo(1);
    }

    @Test
    void whoComesInByRegisteringHasToBeAskedAboutAgain() {
        for (var trigger :
                List.of(new Trigger.RegistrationAccepted(), new Trigger.RegistrationFailed(), to(REGISTERED), to())) {
            assertThat(campaigns.problems(program, definition(trigger, Again.ONCE, ANYTHING)))
                    .extracting(CampaignProblem::message)
                    .containsExactly("campaign.problem.after-return");
        }
        assertThat(campaigns.problems(program, definition(to(REJECTED), Again.ONCE, ANYTHING)))
                .isEmpty();
    }
}
