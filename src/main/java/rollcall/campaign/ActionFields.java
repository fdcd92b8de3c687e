package rollcall.campaign;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
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
import rollcall.campaign.EventTime.Unit;
import rollcall.member.StatusRequest;
import rollcall.program.Access.Act;

/** Between an action and the fields of a form. */
final class ActionFields {

    static final String FIRST = "send-mail";

    /** In the order in which they are offered. */
    static final List<String> KINDS = List.of(
            FIRST,
            "change-status",
            "wait-for",
            "wait-until",
            "wait-around",
            "notify",
            "call-webhook",
            "add-to-program",
            "request-campaign",
            "remove",
            "nothing");

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_WAIT = 9_999;

    private ActionFields() {}

    static Fields of(Action action) {
        return switch (action) {
            case Nothing one -> Fields.of("nothing");
            case ChangeStatus(var to, var reason) ->
                Fields.of("change-status").with("to", to).with("reason", reason);
            case SendMail(var template) -> Fields.of(FIRST).with("template", template);
            case WaitFor(var amount, var unit) ->
                Fields.of("wait-for").with("amount", amount).with("unit", unit.name());
            case WaitUntil(var time, var zone) ->
                Fields.of("wait-until")
                        .with("date", time.toLocalDate())
                        .with("time", time.toLocalTime())
                        .with("zone", zone.getId());
            case WaitAround(var time) -> EventTimeFields.of("wait-around", time);
            case Notify(var who, var subject, var text) ->
                Fields.of("notify")
                        .with("who", who.name())
                        .with("subject", subject)
                        .with("text", text);
            case CallWebhook(var webhook) -> Fields.of("call-webhook").with("webhook", webhook);
            case AddToProgram(var program, var status) ->
                Fields.of("add-to-program").with("program", program).with("status", status);
            case Remove one -> Fields.of("remove");
            case RequestCampaign(var campaign) -> Fields.of("request-campaign").with("campaign", campaign);
        };
    }

    static Action read(Input input) {
        var offers = input.offers();
        return switch (input.fields().kind()) {
            case FIRST ->
                new SendMail(input.among("template", offers.templates().keySet()));
            case "change-status" ->
                new ChangeStatus(
                        status(input, "to", offers.given()), input.line("reason", StatusRequest.LONGEST_REASON));
            case "wait-for" -> new WaitFor(input.number("amount", 1, LONGEST_WAIT), input.one("unit", Unit.values()));
            case "wait-until" ->
                new WaitUntil(LocalDateTime.of(input.date("date"), input.time("time")), input.zone("zone"));
            case "wait-around" -> new WaitAround(EventTimeFields.read(input));
            case "notify" -> notification(input);
            case "call-webhook" ->
                new CallWebhook(input.among("webhook", offers.webhooks().keySet()));
            case "add-to-program" ->
                new AddToProgram(
                        input.among("program", offers.programs().keySet()),
                        status(input, "status", offers.givenIn(input.fields().text("program"))));
            case "request-campaign" ->
                new RequestCampaign(input.among("campaign", offers.campaigns().keySet()));
            case "remove" -> new Remove();
            default -> nothing(input);
        };
    }

    private static Action notification(Input input) {
        return new Notify(
                input.one("who", Act.values()),
                input.required("subject", LONGEST_SUBJECT, "campaign.wrong.subject"),
                input.text("text", LONGEST_TEXT));
    }

    private static String status(Input input, String name, Set<String> given) {
        var key = input.fields().text(name);
        if (!given.contains(key)) {
            input.wrong(name, "campaign.wrong.choose");
        }
        return key;
    }

    private static Action nothing(Input input) {
        if (!input.fields().is("nothing")) {
            input.wrong(Fields.KIND, "campaign.wrong.choose");
        }
        return new Nothing();
    }
}
