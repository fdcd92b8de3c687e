package rollcall.campaign;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;
import rollcall.member.Cause;

/** What brings a member into a campaign. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Trigger.StatusChanged.class, name = "status-changed"),
    @JsonSubTypes.Type(value = Trigger.FormFilledOut.class, name = "form-filled-out"),
    @JsonSubTypes.Type(value = Trigger.FormFilledOutAgain.class, name = "form-filled-out-again"),
    @JsonSubTypes.Type(value = Trigger.PersonAdded.class, name = "person-added"),
    @JsonSubTypes.Type(value = Trigger.RegistrationAccepted.class, name = "registration-accepted"),
    @JsonSubTypes.Type(value = Trigger.RegistrationFailed.class, name = "registration-failed"),
    @JsonSubTypes.Type(value = Trigger.AttendanceArrived.class, name = "attendance-arrived"),
    @JsonSubTypes.Type(value = Trigger.SeatCameFree.class, name = "seat-came-free"),
    @JsonSubTypes.Type(value = Trigger.SeatOffered.class, name = "seat-offered"),
    @JsonSubTypes.Type(value = Trigger.Around.class, name = "around"),
    @JsonSubTypes.Type(value = Trigger.Requested.class, name = "requested")
})
public sealed interface Trigger {

    /**
     * The program status is changed.
     *
     * @param from keys; empty for any, also for whoever was no member before
     * @param to keys; empty for any
     * @param causes empty for any
     * @param reason stands anywhere in the status reason, whatever its case; empty for any
     */
    record StatusChanged(Set<String> from, Set<String> to, Set<Cause> causes, String reason) implements Trigger {}

    record FormFilledOut() implements Trigger {}

    /** Somebody fills out the form who stands in the program already, so that nothing comes of it. */
    record FormFilledOutAgain() implements Trigger {}

    /** Somebody who was never in the program comes in, with whatever status. */
    record PersonAdded() implements Trigger {}

    /** The provider accepted, or there is none: the member's link is there. */
    record RegistrationAccepted() implements Trigger {}

    /** The member is in Registration Error. */
    record RegistrationFailed() implements Trigger {}

    record AttendanceArrived() implements Trigger {}

    /** A seat came free while people wait: runs for those who wait, in their order. */
    record SeatCameFree() implements Trigger {}

    /** A seat is held for the member, who may take it up or decline. */
    record SeatOffered() implements Trigger {}

    /** A time before or after the event: runs for everybody in the audience, once for each time that the event has. */
    record Around(EventTime time) implements Trigger {}

    /** Another campaign, or a person on the member's page, asks for it. */
    record Requested() implements Trigger {}
}
