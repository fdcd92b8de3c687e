package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.campaign.CampaignFixture.EACH_TIME;
import static rollcall.campaign.CampaignFixture.definition;
import static rollcall.campaign.CampaignFixture.to;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NOT_IN_PROGRAM;
import static rollcall.program.StatusCode.REGISTERED;

import java.util.List;
import org.junit.jupiter.api.Test;
import rollcall.campaign.EventTime.Unit;

class CyclesTest {

    private static final Action WAIT = new Action.WaitFor(1, Unit.DAYS);

    private static Campaign campaign(long id, Definition definition) {
        return new Campaign(id, 1, 1, "C" + id, null, CampaignState.OFF, null, null, null, 0, 0, definition);
    }

    private static Definition asking(long id, Action... before) {
        var actions = new java.util.ArrayList<>(List.of(before));
        actions.add(new Action.RequestCampaign(id));
        return definition(new Trigger.Requested(), Again.ONCE, actions.toArray(Action[]::new));
    }

    private static List<Integer> steps(long id, Definition definition, Campaign... others) {
        return new Cycles(List.of(others), id, definition).steps();
    }

    @Test
    void whoAsksForItselfGoesInCircles() {
        assertThat(steps(1, asking(1))).containsExactly(0);
        assertThat(steps(1, asking(1, new Action.Nothing()))).containsExactly(1);
        assertThat(steps(1, asking(1, WAIT))).isEmpty();
        assertThat(steps(1, asking(2))).isEmpty();
    }

    @Test
    void aDetourDoesNotHelpButAWaitAnywhereDoes() {
        assertThat(steps(1, asking(2), campaign(2, asking(3)), campaign(3, asking(1))))
                .containsExactly(0);
        assertThat(steps(1, asking(2), campaign(2, asking(3)), campaign(3, asking(1, WAIT))))
                .isEmpty();
        // A circle that it only leads into is another one's.
        assertThat(steps(1, asking(2), campaign(2, asking(3)), campaign(3, asking(2))))
                .isEmpty();
    }

    @Test
    void aWaitThatSomeDoNotTakeIsNone() {
        var sometimes = new Step(List.of(new Step.Choice(Audience.EVERYBODY, new Action.Nothing())), WAIT);
        var definition = new Definition(
                List.of(new Trigger.Requested()),
                null,
                Audience.EVERYBODY,
                List.of(sometimes, Step.of(new Action.RequestCampaign(1))),
                Again.ONCE,
                50);
        assertThat(steps(1, definition)).containsExactly(1);
    }

    @Test
    void statusesLeadInCirclesOnlyWhoMayComeInAgain() {
        var out = new Action.ChangeStatus(NOT_IN_PROGRAM.name(), "");
        var in = new Action.ChangeStatus(INVITED.name(), "");
        assertThat(steps(
                        1,
                        definition(to(INVITED), EACH_TIME, out),
                        campaign(2, definition(to(NOT_IN_PROGRAM), EACH_TIME, in))))
                .containsExactly(0);
        assertThat(steps(
                        1,
                        definition(to(INVITED), EACH_TIME, out),
                        campaign(2, definition(to(NOT_IN_PROGRAM), Again.ONCE, in))))
                .isEmpty();
    }

    /** The provider refuses again and again. */
    @Test
    void whoSendsAgainWhateverFailedNeedsAWait() {
        var again = new Action.ChangeStatus(REGISTERED.name(), "");
        assertThat(steps(1, definition(new Trigger.RegistrationFailed(), EACH_TIME, again)))
                .containsExactly(0);
        assertThat(steps(1, definition(new Trigger.RegistrationFailed(), EACH_TIME, WAIT, again)))
                .isEmpty();
        assertThat(steps(1, definition(new Trigger.RegistrationFailed(), Again.ONCE, again)))
                .isEmpty();
    }
}
