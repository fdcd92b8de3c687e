package rollcall.campaign;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.mail.Templates;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Channel;
import rollcall.program.NoSuchProgram;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

/** Says what stands against a campaign: what it cannot do, and what it must not. */
@Component
class Problems {

    private static final int LONGEST_WAIT_DAYS = 3_660;

    private final Templates templates;
    private final WebhookRows webhooks;
    private final CampaignRows campaigns;
    private final Programs programs;
    private final Access access;

    Problems(Templates templates, WebhookRows webhooks, CampaignRows campaigns, Programs programs, Access access) {
        this.templates = templates;
        this.webhooks = webhooks;
        this.campaigns = campaigns;
        this.programs = programs;
        this.access = access;
    }

    /** @param campaignId null for one that is not stored yet */
    List<CampaignProblem> of(Program program, @Nullable Long campaignId, Definition definition) {
        var found = new ArrayList<CampaignProblem>();
        var channel = programs.channelOf(program);
        if (definition.steps().isEmpty()) {
            found.add(open(-1, "campaign.problem.no-steps"));
        }
        checkAgain(definition, found);
        for (int i = 0; i < definition.steps().size(); i++) {
            var step = i;
            actions(definition.steps().get(i)).forEach(action -> check(program, channel, step, action, found));
        }
        var others = campaigns.of(program.key());
        new Cycles(others, campaignId, definition)
                .steps()
                .forEach(step -> found.add(open(step, "campaign.problem.cycle")));
        return found;
    }

    static List<Action> actions(Step step) {
        var all = new ArrayList<Action>();
        step.choices().forEach(choice -> all.add(choice.then()));
        all.add(step.otherwise());
        return all;
    }

    /** What only who switches it on can answer for: other programs are changed in their name. */
    List<CampaignProblem> of(Definition definition, Actor by) {
        var found = new ArrayList<CampaignProblem>();
        for (int i = 0; i < definition.steps().size(); i++) {
            for (var action : actions(definition.steps().get(i))) {
                if (action instanceof Action.AddToProgram add && !access.may(by, add.programId(), Act.MANAGE)) {
                    found.add(open(i, "campaign.problem.other-program"));
                }
            }
        }
        return found;
    }

    private static void checkAgain(Definition definition, List<CampaignProblem> found) {
        var again = definition.again();
        if (again.often() == Again.Often.ONCE
                && again.afterReturn() == null
                && definition.triggers().stream().anyMatch(Problems::reachedByRegistering)) {
            found.add(refused(-1, "campaign.problem.after-return"));
        }
        if (again.often() == Again.Often.DAYS && (again.days() < 1 || again.days() > LONGEST_WAIT_DAYS)) {
            found.add(refused(-1, "campaign.problem.days"));
        }
    }

    private static boolean reachedByRegistering(Trigger trigger) {
        return switch (trigger) {
            case Trigger.RegistrationAccepted accepted -> true;
            case Trigger.RegistrationFailed failed -> true;
            case Trigger.StatusChanged changed ->
                changed.to().isEmpty()
                        || changed.to().contains(StatusCode.REGISTERED.name())
                        || changed.to().contains(StatusCode.REGISTRATION_ERROR.name());
            case Trigger.FormFilledOut none -> false;
            case Trigger.FormFilledOutAgain none -> false;
            case Trigger.PersonAdded none -> false;
            case Trigger.AttendanceArrived none -> false;
            case Trigger.SeatCameFree none -> false;
            case Trigger.SeatOffered none -> false;
            case Trigger.Around none -> false;
            case Trigger.Requested none -> false;
        };
    }

    private void check(Program program, Channel channel, int step, Action action, List<CampaignProblem> found) {
        switch (action) {
            case Action.ChangeStatus change -> checkStatus(channel, step, change, found);
            case Action.SendMail mail -> checkMail(program, step, mail.templateId(), found);
            case Action.WaitFor wait -> {
                if (wait.amount() < 1
                        || wait.unit()
                                        .chrono()
                                        .getDuration()
                                        .multipliedBy(wait.amount())
                                        .toDays()
                                > LONGEST_WAIT_DAYS) {
                    found.add(refused(step, "campaign.problem.wait"));
                }
            }
            case Action.CallWebhook call -> {
                if (webhooks.find(call.webhookId())
                        .filter(one -> !one.archived())
                        .isEmpty()) {
                    found.add(open(step, "campaign.problem.webhook"));
                }
            }
            case Action.AddToProgram add -> checkProgram(program, step, add, found);
            case Action.RequestCampaign request -> checkRequest(program, step, request, found);
            case Action.Notify notify -> {
                if (notify.subject().isBlank()) {
                    found.add(refused(step, "campaign.problem.subject"));
                }
            }
            case Action.Nothing none -> {}
            case Action.WaitUntil none -> {}
            case Action.WaitAround none -> {}
            case Action.Remove none -> {}
        }
    }

    private static void checkStatus(
            Channel channel, int step, Action.ChangeStatus change, List<CampaignProblem> found) {
        var to = channel.find(change.to());
        if (to.isEmpty()) {
            found.add(refused(step, "campaign.problem.status"));
        } else if (to.get().hidden()) {
            found.add(open(step, "campaign.problem.hidden"));
        } else if (change.to().equals(StatusCode.REJECTED.name())
                && change.reason().isBlank()) {
            found.add(open(step, "campaign.problem.reason"));
        }
    }

    private void checkMail(Program program, int step, long templateId, List<CampaignProblem> found) {
        var template =
                templates.find(templateId).filter(one -> one.programId() == null || one.programId() == program.key());
        if (template.isEmpty()) {
            found.add(refused(step, "campaign.problem.template"));
        } else {
            templates
                    .problems(templateId)
                    .forEach(one -> found.add(new CampaignProblem(step, one.message(), one.arguments(), false)));
        }
    }

    private void checkProgram(Program program, int step, Action.AddToProgram add, List<CampaignProblem> found) {
        try {
            var other = programs.get(add.programId());
            var status = programs.channelOf(other).find(add.status());
            if (other.key() == program.key() || status.isEmpty()) {
                found.add(refused(step, "campaign.problem.program"));
            } else if (status.get().hidden()) {
                found.add(open(step, "campaign.problem.hidden"));
            } else if (other.archived()) {
                found.add(open(step, "campaign.problem.program"));
            }
        } catch (NoSuchProgram none) {
            found.add(refused(step, "campaign.problem.program"));
        }
    }

    private void checkRequest(Program program, int step, Action.RequestCampaign request, List<CampaignProblem> found) {
        var asked = campaigns.byIds(List.of(request.campaignId())).stream()
                .filter(one -> one.programId() == program.key())
                .findFirst();
        if (asked.isEmpty()) {
            found.add(refused(step, "campaign.problem.campaign"));
        } else if (asked.get().definition().triggers().stream().noneMatch(Trigger.Requested.class::isInstance)) {
            found.add(new CampaignProblem(
                    step, "campaign.problem.not-asked", List.of(asked.get().name()), false));
        }
    }

    private static CampaignProblem refused(int step, String message) {
        return new CampaignProblem(step, message, List.of(), true);
    }

    private static CampaignProblem open(int step, String message) {
        return new CampaignProblem(step, message, List.of(), false);
    }
}
