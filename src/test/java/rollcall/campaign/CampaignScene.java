package rollcall.campaign;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.campaign.Step.Choice;
import rollcall.member.MembersFixture;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.StatusCode;

/** Campaigns in all states, with names that no line holds. */
@Component
public class CampaignScene {

    private final Campaigns campaigns;
    private final CampaignFixture fixture;
    private final MembersFixture members;
    private final JdbcClient jdbc;

    CampaignScene(Campaigns campaigns, CampaignFixture fixture, MembersFixture members, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.fixture = fixture;
        this.members = members;
        this.jdbc = jdbc;
    }

    /** One that is off, with every kind of part; the wait at the beginning keeps it from leading back to itself. */
    public long everything(Program program, String name) {
        var all = Everything.definition(Everything.schedules().get(2));
        var steps = new ArrayList<Step>();
        steps.add(Step.of(new Action.WaitFor(3, EventTime.Unit.DAYS)));
        steps.add(Step.of(new Action.WaitUntil(Everything.TIME, Everything.ZONE)));
        steps.add(Step.of(new Action.WaitAround(Everything.HOUR_BEFORE)));
        steps.add(Step.of(new Action.ChangeStatus(StatusCode.REJECTED.name(), name)));
        steps.add(Step.of(new Action.Notify(Act.MANAGE, name, name)));
        steps.add(new Step(
                List.of(
                        new Choice(all.audience(), new Action.SendMail(fixture.template(program))),
                        new Choice(
                                Audience.of(new Condition.Answer(name, Condition.Test.IS, name)), new Action.Remove())),
                new Action.Nothing()));
        var definition =
                new Definition(all.triggers(), all.schedule(), all.audience(), steps, all.again(), all.priority());
        return campaigns.create(program, name, definition, Actor.SYSTEM);
    }

    /** One that has been run: some went through, some wait, some were refused and one failed. */
    public long withResults(Program program, String name) {
        var campaign = campaigns.create(program, name, batch(), Actor.SYSTEM);
        campaigns.switchOn(program, campaign, Actor.SYSTEM);
        campaigns.run(program, campaign, Actor.SYSTEM);
        fixture.work(program);
        jdbc.sql("""
            update campaign_entry set state = 'FAILED', due_at = null, problem = 'campaign.failed.unexpected'
            where id = (select max(id) from campaign_entry where campaign_id = :campaign)\
            """).param("campaign", campaign).update();
        return campaign;
    }

    private static Definition batch() {
        return CampaignFixture.batch(
                Audience.EVERYBODY,
                Again.ONCE,
                new Action.ChangeStatus(StatusCode.INVITED.name(), ""),
                new Action.WaitFor(3, EventTime.Unit.DAYS),
                new Action.Remove());
    }

    /** One that paused itself. */
    public long paused(Program program, String name) {
        var campaign = withResults(program, name);
        jdbc.sql("update campaign set state = 'PAUSED', paused_why = 'campaign.paused.failures' where id = :campaign")
                .param("campaign", campaign)
                .update();
        return campaign;
    }

    /** On, in a program with more than a hundred members who fit. */
    public long large(Program program) {
        members.members(program, 101, StatusCode.INVITED);
        return fixture.on(program, batch());
    }

    public long off(Program program, String name) {
        return campaigns.create(program, name, batch(), Actor.SYSTEM);
    }

    /** A program whose recipes were all removed. */
    public Program without(Program program) {
        campaigns.of(program.key()).forEach(one -> campaigns.archive(program, one.id(), Actor.SYSTEM));
        return program;
    }

    public Program recipesOn(Program program) {
        campaigns.switchOnRecipes(program, Actor.SYSTEM);
        return program;
    }
}
