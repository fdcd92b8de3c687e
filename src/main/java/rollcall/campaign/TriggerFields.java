package rollcall.campaign;

import java.util.List;
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

/** Between a trigger and the fields of a form. */
final class TriggerFields {

    /** In the order in which they are offered. */
    static final List<String> KINDS = List.of(
            "status-changed",
            "form-filled-out",
            "form-filled-out-again",
            "person-added",
            "registration-accepted",
            "registration-failed",
            "attendance-arrived",
            "seat-came-free",
            "seat-offered",
            "around",
            "requested");

    static final int LONGEST_REASON = 200;

    private TriggerFields() {}

    static Fields of(Trigger trigger) {
        return switch (trigger) {
            case StatusChanged changed ->
                Fields.of("status-changed")
                        .with("from", Keys.sorted(changed.from()))
                        .with("to", Keys.sorted(changed.to()))
                        .with("causes", Keys.names(changed.causes()))
                        .with("reason", changed.reason());
            case FormFilledOut one -> Fields.of("form-filled-out");
            case FormFilledOutAgain one -> Fields.of("form-filled-out-again");
            case PersonAdded one -> Fields.of("person-added");
            case RegistrationAccepted one -> Fields.of("registration-accepted");
            case RegistrationFailed one -> Fields.of("registration-failed");
            case AttendanceArrived one -> Fields.of("attendance-arrived");
            case SeatCameFree one -> Fields.of("seat-came-free");
            case SeatOffered one -> Fields.of("seat-offered");
            case Around(var time) -> EventTimeFields.of("around", time);
            case Requested one -> Fields.of("requested");
        };
    }

    static Trigger read(Input input) {
        return switch (input.fields().kind()) {
            case "status-changed" ->
                new StatusChanged(
                        input.statuses("from"),
                        input.statuses("to"),
                        input.some("causes", Cause.values()),
                        input.line("reason", LONGEST_REASON));
            case "form-filled-out" -> new FormFilledOut();
            case "form-filled-out-again" -> new FormFilledOutAgain();
            case "person-added" -> new PersonAdded();
            case "registration-accepted" -> new RegistrationAccepted();
            case "registration-failed" -> new RegistrationFailed();
            case "attendance-arrived" -> new AttendanceArrived();
            case "seat-came-free" -> new SeatCameFree();
            case "seat-offered" -> new SeatOffered();
            case "around" -> new Around(EventTimeFields.read(input));
            default -> requested(input);
        };
    }

    private static Trigger requested(Input input) {
        if (!input.fields().is("requested")) {
            input.wrong(Fields.KIND, "campaign.wrong.choose");
        }
        return new Requested();
    }
}
