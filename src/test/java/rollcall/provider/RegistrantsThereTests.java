package rollcall.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.provider.RefreshFixture.came;
import static rollcall.provider.RefreshFixture.registrant;
import static rollcall.provider.RefreshFixture.stranger;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.member.Cause;
import rollcall.member.MembersFixture;
import rollcall.member.Newcomer;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.person.Erasures;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.provider.Unmatched.Answer;
import rollcall.testing.TestClock;

/** People who are registered at the provider: those whom the program does not know, and those of whom it is news. */
abstract class RegistrantsThereTests {

    private static final Actor ADA = Actor.account(7, "Ada");

    @Autowired
    private RefreshFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private StatusChanges changes;

    @Autowired
    private Unmatched unmatched;

    @Autowired
    private RefreshBelongings belongings;

    @Autowired
    private Erasures erasures;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;
    private ScriptedReport.Script script;

    @BeforeEach
    void begin() {
        program = fixture.program();
        script = fixture.script(program);
        script.state = EventDetails.State.SCHEDULED;
        clock.set(program.startsAt().minus(Duration.ofDays(1)));
    }

    private long signedUp(String name) {
        script.registrants.add(stranger("x-" + name, mail(name), name));
        fixture.run(program);
        return fixture.unmatchedId(program, name);
    }

    private String mail(String name) {
        return "%s.%d@example.org".formatted(name.toLowerCase(java.util.Locale.ROOT), program.key());
    }

    private PersonDetails details(String name) {
        return new PersonDetails(mail(name), name, "", "", "", "", "", "", "");
    }

    private long member(String name) {
        return jdbc.sql("""
            select m.id from member m join person p on p.id = m.person_id
            where m.program_id = :program and p.email = :email\
            """)
                .param("program", program.key())
                .param("email", mail(name))
                .query(Long.class)
                .single();
    }

    private int pushes() {
        return jdbc.sql("select count(*) from push where program_id = :program")
                .param("program", program.key())
                .query(Integer.class)
                .single();
    }

    private String standing(long member) {
        return jdbc.sql("select status || ' ' || delivery || ' ' || coalesce(registrant_id, '-') from member where id"
                        + " = :id")
                .param("id", member)
                .query(String.class)
                .single();
    }

    @Test
    void whoSignedUpThereAndIsUnknownHereWaitsForAPerson() {
        script.registrants.add(stranger("x", "", "Away"));
        script.registrants.add(
                new Registrant(new RegistrantRef("p", ""), null, "Pending", Registrant.State.PENDING, null, "", null));
        signedUp("Wanda");

        var again = fixture.run(program);

        assertThat(again).returns(2, Refresh::strangers).returns(0, Refresh::unmatched);
        assertThat(fixture.counts(again)).isEmpty();
        assertThat(fixture.unmatched(program)).containsExactly("Wanda - - OPEN", "Away - - OPEN");
        assertThat(members.counted(program)).isEmpty();
    }

    @Test
    void whoIsAddedIsRegisteredAndNothingIsSent() {
        var id = signedUp("Wanda");

        assertThat(unmatched.add(ADA, program, id, details("Wanda"))).isEqualTo(Answer.SETTLED);

        var wanda = member("Wanda");
        assertThat(standing(wanda)).isEqualTo("REGISTERED ACCEPTED x-Wanda");
        assertThat(pushes()).isZero();
        var after = fixture.run(program);
        assertThat(fixture.counts(after)).isEmpty();
        assertThat(after.strangers()).isZero();
        assertThat(fixture.unmatched(program)).containsExactly("Wanda - - ADDED");
    }

    @Test
    void theTickedAreAddedAtOnceUnlessSomebodyHasToLook() {
        script.registrants.add(stranger("x", "", "Nameless Address"));
        script.live.add(came("y", "came." + program.key() + "@example.org", "Came", program, 12));
        script.state = EventDetails.State.ENDED;
        clock.set(program.endsAt().plus(Duration.ofHours(1)));
        var ticked = List.of(
                signedUp("Wanda"),
                fixture.unmatchedId(program, "Nameless Address"),
                fixture.unmatchedId(program, "Came"));

        assertThat(unmatched.addRegistered(ADA, program, ticked)).isEqualTo(1);
        assertThat(unmatched.addRegistered(ADA, program, ticked)).isZero();

        assertThat(members.counted(program)).isEqualTo(Map.of("REGISTERED", 1L));
        assertThat(fixture.unmatched(program))
                .containsExactly("Wanda - - ADDED", "Nameless Address - - OPEN", "Came 720 - OPEN");
    }

    @Test
    void whoIsMatchedIsTheMemberFromThenOn() {
        var invited = members.member(program, StatusCode.INVITED);
        var id = signedUp("Wanda");

        assertThat(unmatched.match(ADA, program, id, invited)).isEqualTo(Answer.SETTLED);

        assertThat(standing(invited)).isEqualTo("REGISTERED ACCEPTED x-Wanda");
        assertThat(fixture.lastChange(invited)).isEqualTo("REGISTERED () account:7 PROVIDER");
        assertThat(pushes()).isZero();
        assertThat(fixture.minutes(invited)).containsExactly(null, null);
        assertThat(fixture.run(program).strangers()).isZero();
    }

    @Test
    void aMatchLeavesAMemberWhoIsRegisteredAlreadyAsTheyAre() {
        var member = fixture.registered(program);

        assertThat(unmatched.match(ADA, program, signedUp("Wanda"), member)).isEqualTo(Answer.SETTLED);

        assertThat(standing(member)).isEqualTo("REGISTERED ACCEPTED r-" + member);
        assertThat(members.history(member)).containsExactly("-→REGISTERED");
    }

    @Test
    void whoIsAddedAfterTheEndIsNoNoShow() {
        var came = fixture.registered(program);
        script.live.add(came(came, program, 12));
        script.state = EventDetails.State.ENDED;
        clock.set(program.endsAt().plus(Duration.ofHours(1)));
        unmatched.add(ADA, program, signedUp("Wanda"), details("Wanda"));

        fixture.run(program);

        assertThat(members.counted(program)).isEqualTo(Map.of("ATTENDED", 1L, "REGISTERED", 1L));
    }

    @Test
    void whoAttendedAsWellWaitsOnceAndIsAddedAsWhoAttended() {
        script.live.add(came("x-Wanda", mail("Wanda"), "Wanda", program, 12));
        script.state = EventDetails.State.ENDED;
        clock.set(program.endsAt().plus(Duration.ofHours(1)));
        var id = signedUp("Wanda");
        assertThat(fixture.run(program)).returns(0, Refresh::strangers).returns(1, Refresh::unmatched);

        unmatched.add(ADA, program, id, details("Wanda"));

        assertThat(standing(member("Wanda"))).startsWith("ATTENDED ");
    }

    /** Some providers tell of a registration by its id and of attendance by address: one person waits twice. */
    @Test
    void whoAttendedUnderTheirAddressIsAddedOnceAsWhoAttended() {
        script.live.add(came(null, mail("Wanda").toUpperCase(java.util.Locale.ROOT), "W. Anda", program, 12));
        script.onDemand.add(came(null, mail("Other"), "Other", program, 5));
        script.state = EventDetails.State.ENDED;
        clock.set(program.endsAt().plus(Duration.ofHours(1)));

        unmatched.add(ADA, program, signedUp("Wanda"), details("Wanda"));

        assertThat(standing(member("Wanda"))).isEqualTo("ATTENDED NONE x-Wanda");
        assertThat(fixture.minutes(member("Wanda"))).containsExactly(12, null);
        assertThat(fixture.unmatched(program))
                .containsExactly("Wanda - - ADDED", "W. Anda 720 - ADDED", "Other - 300 OPEN");
        fixture.run(program);
        assertThat(members.history(member("Wanda"))).containsExactly("-→ATTENDED");
        assertThat(fixture.minutes(member("Wanda"))).containsExactly(12, null);
    }

    /** What is known of them goes to whoever they are said to be, also where that member has another address. */
    @Test
    void whoIsMatchedGetsWhatElseWaitsUnderTheirAddress() {
        var invited = members.member(program, StatusCode.INVITED);
        script.live.add(came(null, mail("Wanda"), "Wanda Online", program, 12));
        script.state = EventDetails.State.ENDED;
        clock.set(program.endsAt().plus(Duration.ofHours(1)));

        unmatched.match(ADA, program, signedUp("Wanda"), invited);

        assertThat(standing(invited)).isEqualTo("ATTENDED NONE x-Wanda");
        assertThat(fixture.unmatched(program)).containsExactly("Wanda Online 720 - MATCHED", "Wanda - - MATCHED");
    }

    @Test
    void whoIsDismissedDoesNotComeAgainAndWhoIsGoneThereWaitsNoLonger() {
        unmatched.dismiss(ADA, program, List.of(signedUp("Wanda")));
        signedUp("Gone");
        assertThat(fixture.run(program).strangers()).isEqualTo(1);

        script.registrants.removeLast();

        assertThat(fixture.run(program).strangers()).isZero();
        assertThat(fixture.unmatched(program)).containsExactly("Wanda - - DISMISSED");
    }

    @Test
    void aPreviewOnlyCounts() {
        script.registrants.add(stranger("x", mail("Wanda"), "Wanda"));

        var preview = fixture.run(program, RefreshOrder.preview(Actor.SYSTEM, null));

        assertThat(preview.strangers()).isEqualTo(1);
        assertThat(fixture.unmatched(program)).isEmpty();
    }

    @Test
    void whoIsOnlyInvitedHereIsNamedAndNotLetIn() {
        var invited = members.member(program, StatusCode.INVITED);
        script.registrants.add(stranger("x", fixture.emailOf(invited), "Invited"));

        var refresh = fixture.run(program);

        assertThat(fixture.counts(refresh)).isEqualTo(Map.of("SIGNED_UP INVITED→REGISTERED", 1));
        assertThat(members.statusOf(invited)).isEqualTo("INVITED");
        assertThat(refresh.strangers()).isZero();
    }

    @Test
    void anErrorIsOverWhenTheProviderHasThem() {
        var refused = fixture.registered(program);
        var byHand = fixture.registered(program);
        changes.change(
                StatusRequest.of(program.key(), StatusCode.REGISTRATION_ERROR, Cause.PROVIDER, Actor.SYSTEM), refused);
        changes.change(members.ask(program, StatusCode.REGISTRATION_ERROR), byHand);
        script.registrants.add(registrant(refused, Registrant.State.APPROVED, "", null));
        script.registrants.add(registrant(byHand, Registrant.State.APPROVED, "", null));
        var sent = pushes();

        var first = fixture.run(program);
        var second = fixture.run(program);

        assertThat(fixture.counts(first)).isEqualTo(Map.of("CHANGED REGISTRATION_ERROR→REGISTERED", 1));
        assertThat(standing(refused)).isEqualTo("REGISTERED ACCEPTED r-" + refused);
        assertThat(standing(byHand)).as("a person said so").startsWith("REGISTRATION_ERROR REFUSED");
        assertThat(fixture.counts(second)).isEmpty();
        assertThat(pushes()).as("nothing is sent").isEqualTo(sent);
    }

    /** They found another way in: what was refused once is not what stands beside Attended. */
    @Test
    void whoWasRefusedAndAttendedIsRefusedNoMore() {
        var live = fixture.registered(program);
        var later = fixture.registered(program);
        var away = fixture.registered(program);
        for (var one : List.of(live, later, away)) {
            changes.change(
                    StatusRequest.of(program.key(), StatusCode.REGISTRATION_ERROR, Cause.PROVIDER, Actor.SYSTEM), one);
        }
        script.live.add(came(live, program, 12));
        script.onDemand.add(came(later, program, 7));
        script.state = EventDetails.State.ENDED;
        clock.set(program.endsAt().plus(Duration.ofHours(1)));

        fixture.run(program);

        assertThat(standing(live)).startsWith("ATTENDED NONE ");
        assertThat(standing(later)).startsWith("ATTENDED_ON_DEMAND NONE ");
        assertThat(standing(away)).startsWith("REGISTRATION_ERROR REFUSED ");
    }

    @Test
    void whatNobodyHeardOfIsSettledWhenTheProviderHasThem() {
        var lost = fixture.registered(program);
        var inHand = fixture.registered(program);
        unclear(lost, false);
        unclear(inHand, true);
        script.registrants.add(registrant(lost, Registrant.State.APPROVED, "", null));
        script.registrants.add(registrant(inHand, Registrant.State.APPROVED, "", null));

        var preview = fixture.run(program, RefreshOrder.preview(Actor.SYSTEM, null));
        var first = fixture.run(program);
        var second = fixture.run(program);

        assertThat(fixture.counts(first)).isEqualTo(Map.of("SETTLED REGISTERED→REGISTERED", 1));
        assertThat(fixture.counts(preview)).isEqualTo(fixture.counts(first));
        assertThat(standing(lost)).isEqualTo("REGISTERED ACCEPTED r-" + lost);
        assertThat(pushOf(lost)).isEqualTo("ACCEPTED r-" + lost);
        assertThat(pushOf(inHand)).as("whoever has it in hand finds out alone").startsWith("SENDING");
        assertThat(fixture.counts(second)).isEmpty();
    }

    private void unclear(long member, boolean inHand) {
        jdbc.sql("""
            update push set state = :state, unclear = true, lease_until = :lease, owner = :owner,
                due_at = current_timestamp
            where member_id = :member\
            """)
                .param("state", inHand ? "SENDING" : "WAITING")
                .param("lease", inHand ? java.sql.Timestamp.from(clock.instant().plusSeconds(3600)) : null)
                .param("owner", inHand ? "another node" : null)
                .param("member", member)
                .update();
        jdbc.sql("update member set delivery = 'RETRYING', accepted_at = null, registrant_id = null where id = :member")
                .param("member", member)
                .update();
    }

    private String pushOf(long member) {
        return jdbc.sql("select state || ' ' || coalesce(registrant_id, '-') from push where member_id = :member")
                .param("member", member)
                .query(String.class)
                .single();
    }

    @Test
    void whoWasBroughtInWithoutAnIdGetsIt() {
        var person = people.bring(List.of(details("Wanda")), Known.LEAVE).getFirst();
        changes.join(
                StatusRequest.of(program.key(), StatusCode.REGISTERED, Cause.IMPORT, Actor.SYSTEM)
                        .asFact(),
                List.of(Newcomer.of(person)));
        var wanda = member("Wanda");
        script.registrants.add(stranger("x", mail("Wanda"), "Wanda"));

        assertThat(fixture.counts(fixture.run(program))).isEqualTo(Map.of("SETTLED REGISTERED→REGISTERED", 1));

        assertThat(standing(wanda)).isEqualTo("REGISTERED ACCEPTED x");
        assertThat(fixture.counts(fixture.run(program))).isEmpty();
    }

    /** The provider may still have them when somebody is erased here; that brings nobody's address back. */
    @Test
    void whoWasErasedIsNoStranger() {
        var erased = fixture.registered(program);
        jdbc.sql("update push set registrant_id = :id where member_id = :member")
                .param("id", "r-" + erased)
                .param("member", erased)
                .update();
        var email = fixture.emailOf(erased);
        changes.change(members.ask(program, StatusCode.NOT_IN_PROGRAM), erased);
        erasures.erase(people.byEmail(email).orElseThrow().id(), "erased");
        script.registrants.add(stranger("r-" + erased, email, "Erased"));

        assertThat(fixture.run(program).strangers()).isZero();
        assertThat(fixture.unmatched(program)).isEmpty();
    }

    @Test
    void whatIsKeptOfThemIsHandedOutAndErased() {
        signedUp("Wanda");
        var about = belongings.about(List.of(0L), List.of(mail("Wanda")));
        assertThat(about.getFirst().entries().getFirst().toString()).contains("x-Wanda");

        belongings.forget(new rollcall.person.Belongings.Erasure(
                java.util.Set.of(0L), java.util.Set.of(mail("Wanda")), "erased"));

        assertThat(fixture.unmatched(program)).isEmpty();
    }
}
