package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.campaign.CampaignFixture.EACH_TIME;
import static rollcall.campaign.CampaignFixture.batch;
import static rollcall.campaign.CampaignFixture.definition;
import static rollcall.campaign.CampaignFixture.keys;
import static rollcall.campaign.CampaignFixture.mail;
import static rollcall.campaign.CampaignFixture.to;
import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REJECTED;
import static rollcall.program.StatusCode.WAITLISTED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.campaign.EventTime.Unit;
import rollcall.member.MembersFixture;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.testing.TestClock;

/** From what happens to what follows, end to end. */
abstract class CampaignsTests extends EmptyFeed {

    @Autowired
    private CampaignFixture fixture;

    @Autowired
    private MembersFixture members;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Program program;

    @BeforeEach
    void begin() {
        program = members.program(null);
    }

    @Test
    void whoGetsAStatusGetsAMailAndOnlyOnce() {
        var once = new Again(Again.Often.ONCE, 0, false);
        var id = fixture.on(program, definition(to(REGISTERED), once, mail(fixture.template(program))));
        var member = members.member(program, INVITED);

        fixture.work(program);
        assertThat(fixture.entries(id)).isEmpty();

        fixture.ask(program, REGISTERED, member);
        fixture.work(program);
        fixture.ask(program, NOT_IN_PROGRAM, member);
        clock.advance(Duration.ofMinutes(1));
        fixture.ask(program, REGISTERED, member);
        fixture.work(program);

        assertThat(fixture.entries(id)).isEqualTo(Map.of("DONE", 1L));
        assertThat(fixture.letters(id)).isEqualTo(1);
        assertThat(fixture.tally(id)).isEqualTo(Map.of("0 DONE", 1L));
    }

    @Test
    void aStatusIsGivenThroughTheDoorAndWhatItRefusesIsCounted() {
        var id = fixture.on(
                program,
                batch(
                        Audience.EVERYBODY,
                        Again.ONCE,
                        new Action.ChangeStatus(REJECTED.name(), "full"),
                        mail(fixture.template(program))));
        members.members(program, 3, INVITED);
        var attended = members.member(program, ATTENDED);

        assertThat(campaigns.run(program, id, Actor.SYSTEM)).isEqualTo(4);
        fixture.work(program);

        assertThat(members.counted(program)).isEqualTo(Map.of("ATTENDED", 1L, "REJECTED", 3L));
        assertThat(fixture.tally(id)).isEqualTo(Map.of("0 DONE", 3L, "0 REFUSED ALREADY_PAST", 1L, "1 DONE", 4L));
        assertThat(members.history(attended)).containsExactly("-→ATTENDED");
        assertThat(jdbc.sql("select distinct actor_key from change_set where cause = 'CAMPAIGN' and program_id = :p")
                        .param("p", program.key())
                        .query(String.class)
                        .list())
                .containsExactly("campaign:" + id);
        clock.advance(Duration.ofSeconds(1));
        assertThat(campaigns.run(program, id, Actor.SYSTEM)).isZero();
    }

    @Test
    void aWaitIsSatOutAndEndsWhenItIsTime() {
        var id = fixture.on(
                program,
                definition(
                        to(WAITLISTED), EACH_TIME, new Action.WaitFor(2, Unit.HOURS), mail(fixture.template(program))));
        members.members(program, 2, WAITLISTED);
        fixture.work(program);
        clock.advance(Duration.ofHours(2).minusSeconds(1));
        fixture.work(program);
        assertThat(fixture.letters(id)).isZero();
        assertThat(fixture.entries(id)).isEqualTo(Map.of("GOING", 2L));

        clock.advance(Duration.ofSeconds(1));
        fixture.work(program);
        assertThat(fixture.letters(id)).isEqualTo(2);
    }

    @Test
    void theFirstChoiceThatFitsIsTaken() {
        var step = new Step(
                List.of(
                        new Step.Choice(Audience.of(new Condition.StatusIs(keys(INVITED))), new Action.Remove()),
                        new Step.Choice(
                                Audience.of(new Condition.StatusIs(keys(INVITED, WAITLISTED))),
                                mail(fixture.template(program)))),
                new Action.Nothing());
        var id =
                fixture.on(program, new Definition(List.of(), null, Audience.EVERYBODY, List.of(step), Again.ONCE, 50));
        members.member(program, INVITED);
        members.members(program, 2, WAITLISTED);
        members.members(program, 3, REJECTED);

        campaigns.run(program, id, Actor.SYSTEM);
        fixture.work(program);

        assertThat(fixture.entries(id)).isEqualTo(Map.of("REMOVED", 1L, "DONE", 5L));
        assertThat(fixture.letters(id)).isEqualTo(2);
        assertThat(fixture.tally(id)).isEqualTo(Map.of("0 DONE", 3L, "0 SKIPPED", 3L));
    }

    @Test
    void whoLeavesIsOutAlsoWhenTheyCameBackBeforeTheWaitEnded() {
        var id = fixture.on(
                program,
                definition(to(INVITED), EACH_TIME, new Action.WaitFor(1, Unit.DAYS), mail(fixture.template(program))));
        var member = members.member(program, INVITED);
        fixture.work(program);
        clock.advance(Duration.ofMinutes(1));
        fixture.ask(program, NOT_IN_PROGRAM, member);
        clock.advance(Duration.ofMinutes(1));
        fixture.ask(program, WAITLISTED, member);
        fixture.work(program);
        clock.advance(Duration.ofDays(2));
        fixture.work(program);

        assertThat(fixture.entries(id)).isEqualTo(Map.of("LEFT", 1L));
        assertThat(fixture.letters(id)).isZero();
    }

    @Test
    void aCampaignForThoseWhoLeftHearsOfLeaving() {
        var id = fixture.on(program, definition(to(NOT_IN_PROGRAM), EACH_TIME, mail(fixture.template(program))));
        var member = members.member(program, INVITED);
        fixture.ask(program, NOT_IN_PROGRAM, member);
        fixture.work(program);

        assertThat(fixture.letters(id)).isEqualTo(1);
    }

    @Test
    void whoIsInsideGoesOnWithTheVersionTheyCameInWith() {
        var wait = new Action.WaitFor(1, Unit.HOURS);
        var id = fixture.on(
                program, definition(to(INVITED), EACH_TIME, wait, new Action.ChangeStatus("WAITLISTED", "")));
        var before = members.member(program, INVITED);
        fixture.work(program);
        campaigns.save(
                program,
                id,
                1,
                "Renamed",
                definition(to(INVITED), EACH_TIME, wait, new Action.ChangeStatus("REGISTERED", "")),
                Actor.SYSTEM);
        var after = members.member(program, INVITED);
        fixture.work(program);
        clock.advance(Duration.ofHours(1));
        fixture.work(program);

        assertThat(members.statusOf(before)).isEqualTo("WAITLISTED");
        assertThat(members.statusOf(after)).isEqualTo("REGISTERED");
    }

    @Test
    void aPauseHoldsWhoIsInsideAndTakesNobodyIn() {
        var id = fixture.on(
                program,
                definition(to(INVITED), EACH_TIME, new Action.WaitFor(1, Unit.HOURS), mail(fixture.template(program))));
        members.member(program, INVITED);
        fixture.work(program);
        campaigns.pause(program, id, Actor.SYSTEM);
        members.member(program, INVITED);
        clock.advance(Duration.ofHours(2));
        fixture.work(program);
        assertThat(fixture.entries(id)).isEqualTo(Map.of("GOING", 1L));
        assertThat(fixture.letters(id)).isZero();

        assertThat(campaigns.switchOn(program, id, Actor.SYSTEM)).isEmpty();
        fixture.work(program);
        assertThat(fixture.entries(id)).isEqualTo(Map.of("DONE", 1L));
        assertThat(fixture.letters(id)).isEqualTo(1);
    }

    @Test
    void aStopTakesEverybodyOutAndTheirLettersBack() {
        var template = mail(fixture.template(program));
        var id = fixture.on(
                program, definition(to(INVITED), EACH_TIME, template, new Action.WaitFor(1, Unit.HOURS), template));
        members.members(program, 3, INVITED);
        fixture.work(program);
        campaigns.stop(program, id, Actor.SYSTEM);
        members.member(program, INVITED);
        fixture.work(program);
        clock.advance(Duration.ofHours(2));
        fixture.work(program);

        assertThat(fixture.entries(id)).isEqualTo(Map.of("STOPPED", 3L));
        assertThat(jdbc.sql("select distinct state from letter where campaign_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("CANCELLED");
        campaigns.switchOn(program, id, Actor.SYSTEM);
        clock.advance(Duration.ofHours(2));
        fixture.work(program);
        assertThat(fixture.entries(id)).isEqualTo(Map.of("STOPPED", 3L));
    }

    @Test
    void whatHappenedBeforeItWasSwitchedOnBringsNobodyIn() {
        var other = fixture.on(program, definition(to(REJECTED), EACH_TIME, new Action.Remove()));
        var id = campaigns.create(
                program, "Late", definition(to(INVITED), EACH_TIME, new Action.Remove()), Actor.SYSTEM);
        members.member(program, INVITED);
        clock.advance(Duration.ofSeconds(1));
        campaigns.switchOn(program, id, Actor.SYSTEM);
        fixture.work(program);

        assertThat(fixture.entries(id)).isEmpty();
        assertThat(fixture.entries(other)).isEmpty();
    }

    @Test
    void aCampaignAsksForAnotherOneThreeLevelsDeepAtMost() {
        var last = fixture.on(program, definition(new Trigger.Requested(), EACH_TIME, mail(fixture.template(program))));
        var third =
                fixture.on(program, definition(new Trigger.Requested(), EACH_TIME, new Action.RequestCampaign(last)));
        var second =
                fixture.on(program, definition(new Trigger.Requested(), EACH_TIME, new Action.RequestCampaign(third)));
        var first = fixture.on(program, definition(to(INVITED), EACH_TIME, new Action.RequestCampaign(second)));
        members.member(program, INVITED);
        fixture.work(program);

        assertThat(fixture.entries(first)).isEqualTo(Map.of("DONE", 1L));
        assertThat(fixture.entries(third)).isEqualTo(Map.of("DONE", 1L));
        assertThat(fixture.entries(last)).isEqualTo(Map.of("FAILED", 1L));
        assertThat(fixture.tally(last)).isEqualTo(Map.of("0 FAILED campaign.failed.too-deep", 1L));
    }

    @Test
    void aDryRunSaysWhatRunningWouldComeTo() {
        var id = fixture.on(
                program,
                batch(
                        Audience.EVERYBODY,
                        Again.ONCE,
                        new Action.ChangeStatus("REGISTERED", ""),
                        mail(fixture.template(program))));
        members.members(program, 2, INVITED);
        members.member(program, ATTENDED);
        members.member(program, rollcall.program.StatusCode.PENDING_APPROVAL);

        var dry = campaigns.dryRun(program, id);

        assertThat(dry.qualify()).isEqualTo(4);
        assertThat(dry.again()).isZero();
        assertThat(dry.some()).hasSize(4);
        assertThat(dry.steps().getFirst().refusals())
                .isEqualTo(Map.of("campaign.refused.ALREADY_PAST", 1L, "campaign.refused.NEEDS_APPROVER", 1L));
        campaigns.run(program, id, Actor.SYSTEM);
        fixture.work(program);
        assertThat(fixture.tally(id))
                .containsEntry("0 REFUSED ALREADY_PAST", 1L)
                .containsEntry("0 REFUSED NEEDS_APPROVER", 1L)
                .containsEntry("0 DONE", 2L);
        assertThat(campaigns.dryRun(program, id).again()).isEqualTo(4);
    }

    @Test
    void everyNewProgramHasTheRecipesAndAllAreOff() {
        assertThat(campaigns.of(program.key()))
                .hasSize(Recipe.values().length)
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(CampaignState.OFF));

        assertThat(campaigns.switchOnRecipes(program, Actor.SYSTEM)).isEmpty();
        assertThat(campaigns.of(program.key()))
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(CampaignState.ON));
    }
}
