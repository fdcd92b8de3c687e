package rollcall.campaign;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDateTime;
import java.time.ZoneId;
import rollcall.program.Access.Act;

/** What a step does with a member. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Action.Nothing.class, name = "nothing"),
    @JsonSubTypes.Type(value = Action.ChangeStatus.class, name = "change-status"),
    @JsonSubTypes.Type(value = Action.SendMail.class, name = "send-mail"),
    @JsonSubTypes.Type(value = Action.WaitFor.class, name = "wait-for"),
    @JsonSubTypes.Type(value = Action.WaitUntil.class, name = "wait-until"),
    @JsonSubTypes.Type(value = Action.WaitAround.class, name = "wait-around"),
    @JsonSubTypes.Type(value = Action.Notify.class, name = "notify"),
    @JsonSubTypes.Type(value = Action.CallWebhook.class, name = "call-webhook"),
    @JsonSubTypes.Type(value = Action.AddToProgram.class, name = "add-to-program"),
    @JsonSubTypes.Type(value = Action.Remove.class, name = "remove"),
    @JsonSubTypes.Type(value = Action.RequestCampaign.class, name = "request-campaign")
})
public sealed interface Action {

    record Nothing() implements Action {}

    /** Asks the one door for a status; what it refuses is counted and said, and the member goes on. */
    record ChangeStatus(String to, String reason) implements Action {}

    record SendMail(long templateId) implements Action {}

    record WaitFor(int amount, EventTime.Unit unit) implements Action {}

    record WaitUntil(LocalDateTime time, ZoneId zone) implements Action {}

    /** Who comes when that time is past goes on at once. */
    record WaitAround(EventTime time) implements Action {}

    /** Writes to everybody who may do that in the program; one letter for all members who came at the same time. */
    record Notify(Act who, String subject, String text) implements Action {}

    record CallWebhook(long webhookId) implements Action {}

    record AddToProgram(long programId, String status) implements Action {}

    /** Takes the member out of the flow. */
    record Remove() implements Action {}

    record RequestCampaign(long campaignId) implements Action {}
}
