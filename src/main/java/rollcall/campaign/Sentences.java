package rollcall.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rollcall.campaign.Action.AddToProgram;
import rollcall.campaign.Action.CallWebhook;
import rollcall.campaign.Action.ChangeStatus;
import rollcall.campaign.Action.Nothing;
import rollcall.campaign.Action.Notify;
import rollcall.campaign.Action.Remove;
import rollcall.campaign.Action.RequestCampaign;
import rollcall.campaign.Action.SendMail;
import rollcall.campaign.Action.WaitAround;
import rollcall.campaign.Action.WaitFor;
import rollcall.campaign.Action.WaitUntil;
import rollcall.campaign.Schedule.At;
import rollcall.campaign.Schedule.Daily;
import rollcall.campaign.Schedule.Monthly;
import rollcall.campaign.Schedule.Weekly;
import rollcall.campaign.Trigger.Around;
import rollcall.campaign.Trigger.AttendanceArrived;
import rollcall.campaign.Trigger.FormFilledOut;
import rollcall.campaign.Trigger.FormFilledOutAgain;
import rollcall.campaign.Trigger.PersonAdded;
import rollcall.campaign.Trigger.RegistrationAccepted;
import rollcall.campaign.Trigger.RegistrationFailed;
import rollcall.campaign.Trigger.Requested;
import rollcall.campaign.Trigger.SeatCameFree;
import rollcall.campaign.Trigger.SeatOffered;
import rollcall.campaign.Trigger.StatusChanged;
import rollcall.member.Cause;

/** What a campaign does, in words. */
final class Sentences {

    private final Words words;
    private final Names names;
    private final AudienceWords audiences;

    Sentences(Words words, Names names) {
        this.words = words;
        this.names = names;
        this.audiences = new AudienceWords(words, names);
    }

    /** When the registration is accepted: send “Confirmation”. */
    String of(Definition definition) {
        return Words.sentence(words.say("campaign.say.summary", start(definition), flow(definition.steps())));
    }

    /** What starts it: triggers and clock, or somebody who runs it. */
    String start(Definition definition) {
        var starts =
                new ArrayList<>(definition.triggers().stream().map(this::starts).toList());
        var schedule = definition.schedule();
        if (schedule != null) {
            starts.add(of(schedule));
        }
        return starts.isEmpty() ? words.say("campaign.say.by-hand") : words.anyOf(starts);
    }

    private String starts(Trigger trigger) {
        return trigger instanceof Around ? of(trigger) : words.say("campaign.say.when", of(trigger));
    }

    private String flow(List<Step> steps) {
        return steps.isEmpty()
                ? words.say("campaign.say.nothing")
                : steps.stream().map(this::of).collect(Collectors.joining(words.say("campaign.say.then") + " "));
    }

    String of(Trigger trigger) {
        return switch (trigger) {
            case StatusChanged changed -> changed(changed);
            case FormFilledOut one -> words.say("campaign.say.form-filled-out");
            case FormFilledOutAgain one -> words.say("campaign.say.form-filled-out-again");
            case PersonAdded one -> words.say("campaign.say.person-added");
            case RegistrationAccepted one -> words.say("campaign.say.registration-accepted");
            case RegistrationFailed one -> words.say("campaign.say.registration-failed");
            case AttendanceArrived one -> words.say("campaign.say.attendance-arrived");
            case SeatCameFree one -> words.say("campaign.say.seat-came-free");
            case SeatOffered one -> words.say("campaign.say.seat-offered");
            case Around(var time) -> of(time);
            case Requested one -> words.say("campaign.say.requested");
        };
    }

    private String changed(StatusChanged changed) {
        return Words.phrase(
                words.say("campaign.say.status-changed"),
                unlessEmpty("campaign.say.from", statuses(changed.from())),
                unlessEmpty("campaign.say.to", statuses(changed.to())),
                unlessEmpty("campaign.say.through", causes(changed.causes())),
                unlessEmpty("campaign.say.with-reason", changed.reason()));
    }

    private String unlessEmpty(String key, String text) {
        return text.isEmpty() ? "" : words.say(key, text);
    }

    private String statuses(Set<String> keys) {
        return audiences.statuses(keys);
    }

    private String causes(Set<Cause> causes) {
        return audiences.causes(causes);
    }

    /** 1 hour before the start. */
    String of(EventTime time) {
        var point = "campaign.say." + time.point();
        return time.amount() == 0
                ? words.say(point + ".AT")
                : words.say(point + "." + time.side(), amount(time.amount(), time.unit()));
    }

    private String amount(int amount, EventTime.Unit unit) {
        return words.say("campaign.say." + unit, amount);
    }

    String of(Schedule schedule) {
        return switch (schedule) {
            case At(var time, var zone) -> words.say("campaign.say.at", words.moment(time), zone.getId());
            case Daily(var time, var zone) -> words.say("campaign.say.daily", words.time(time), zone.getId());
            case Weekly(var days, var time, var zone) ->
                words.say("campaign.say.weekly", words.days(days), words.time(time), zone.getId());
            case Monthly(var day, var time, var zone) ->
                words.say("campaign.say.monthly", Integer.toString(day), words.time(time), zone.getId());
        };
    }

    /** Everybody in the program; members where the status is Attended. */
    String of(Audience audience) {
        return audience.everybody()
                ? words.say("campaign.say.everybody")
                : words.say("campaign.say.members", audiences.of(audience));
    }

    /** If the status is Attended, send “Thanks”; otherwise send “Sorry”. */
    String of(Step step) {
        if (step.choices().isEmpty()) {
            return of(step.otherwise());
        }
        var parts = new ArrayList<>(step.choices().stream()
                .map(choice -> words.say("campaign.say.if", audiences.of(choice.when()), of(choice.then())))
                .toList());
        parts.add(words.say("campaign.say.otherwise", of(step.otherwise())));
        return String.join("; ", parts);
    }

    String of(Action action) {
        return switch (action) {
            case Nothing one -> words.say("campaign.say.nothing");
            case ChangeStatus(var to, var reason) ->
                Words.phrase(
                        words.say("campaign.say.change-status", names.status(to)),
                        unlessEmpty("campaign.say.because", reason));
            case SendMail(var template) ->
                words.say("campaign.say.send-mail", named(names.templates().get(template)));
            case WaitFor(var amount, var unit) -> words.say("campaign.say.wait-for", amount(amount, unit));
            case WaitUntil(var time, var zone) ->
                words.say("campaign.say.wait-until", words.moment(time), zone.getId());
            case WaitAround(var time) -> words.say("campaign.say.wait-around", of(time));
            case Notify(var who, var subject, var text) -> words.say("campaign.say.notify." + who, subject);
            case CallWebhook(var webhook) ->
                words.say("campaign.say.call-webhook", named(names.webhooks().get(webhook)));
            case AddToProgram(var program, var status) ->
                words.say("campaign.say.add-to-program", named(names.programs().get(program)), names.status(status));
            case Remove one -> words.say("campaign.say.remove");
            case RequestCampaign(var campaign) ->
                words.say(
                        "campaign.say.request-campaign", named(names.campaigns().get(campaign)));
        };
    }

    private String named(@Nullable String name) {
        return name == null ? words.say("campaign.say.gone") : words.say("campaign.say.quoted", name);
    }

    /** Once; every time; once every 30 days. */
    String of(Again again) {
        var often = words.say("campaign.say.often." + again.often(), again.days());
        var after = again.afterReturn();
        return after == null ? often : often + ", " + words.say("campaign.say.after-return." + after);
    }
}
