package rollcall.campaign;

import static rollcall.program.StatusCode.ATTENDED;
import static rollcall.program.StatusCode.ATTENDED_ON_DEMAND;
import static rollcall.program.StatusCode.INVITED;
import static rollcall.program.StatusCode.NO_SHOW;
import static rollcall.program.StatusCode.REGISTERED;
import static rollcall.program.StatusCode.REJECTED;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import rollcall.campaign.Again.Often;
import rollcall.campaign.EventTime.Point;
import rollcall.campaign.EventTime.Side;
import rollcall.campaign.EventTime.Unit;
import rollcall.mail.LetterOrder;
import rollcall.member.Delivery;
import rollcall.program.Access.Act;
import rollcall.program.StatusCode;

/** The campaigns that every program comes with. Each sends the letter of the same name, save those that tell colleagues. */
enum Recipe {
    INVITATION(mail -> batch(INVITED, Again.ONCE, mail)),
    INVITATION_REMINDER(mail -> batch(INVITED, new Again(Often.DAYS, 1, null), mail)),
    CONFIRMATION(mail ->
            triggered(new Trigger.RegistrationAccepted(), new Again(Often.ONCE, 0, true), LetterOrder.FIRST, mail)),
    PENDING_APPROVAL(mail -> notice(StatusCode.PENDING_APPROVAL, mail)),
    WAITLISTED(mail -> notice(StatusCode.WAITLISTED, mail)),
    SEAT_OFFERED(mail -> triggered(new Trigger.SeatOffered(), eachTime(), LetterOrder.FIRST, mail)),
    SEAT_CAME_FREE(mail -> triggered(
            new Trigger.StatusChanged(Set.of(StatusCode.WAITLISTED.name()), Set.of(REGISTERED.name()), Set.of(), ""),
            eachTime(),
            LetterOrder.FIRST,
            mail)),
    WHERE_YOU_STAND(mail -> triggered(new Trigger.FormFilledOutAgain(), eachTime(), LetterOrder.FIRST, mail)),
    REJECTION(mail -> notice(REJECTED, mail)),
    REMINDER_DAY(mail -> reminder(new EventTime(Point.START, Side.BEFORE, 1, Unit.DAYS), mail)),
    REMINDER_HOUR(mail -> reminder(new EventTime(Point.START, Side.BEFORE, 1, Unit.HOURS), mail)),
    FOLLOW_UP_ATTENDED(mail -> followUp(ATTENDED, mail)),
    FOLLOW_UP_NO_SHOW(mail -> followUp(NO_SHOW, mail)),
    FOLLOW_UP_ON_DEMAND(mail -> followUp(ATTENDED_ON_DEMAND, mail)),
    REGISTRATION_ERROR(alert -> triggered(new Trigger.RegistrationFailed(), eachTime(), LetterOrder.FIRST, alert)),
    APPROVAL_REMINDER(Recipe::whenStillPending);

    private static final Set<Recipe> TO_COLLEAGUES = EnumSet.of(REGISTRATION_ERROR, APPROVAL_REMINDER);

    private final Function<Action, Definition> definition;

    Recipe(Function<Action, Definition> definition) {
        this.definition = definition;
    }

    /** Whether it writes to members; the others tell colleagues. */
    boolean sendsMail() {
        return !TO_COLLEAGUES.contains(this);
    }

    /** The key of the message that names it. */
    String message() {
        return "campaign.recipe." + name();
    }

    Definition sending(long templateId) {
        return definition.apply(new Action.SendMail(templateId));
    }

    Definition telling(String subject, String text) {
        var who = this == APPROVAL_REMINDER ? Act.APPROVE : Act.MANAGE;
        return definition.apply(new Action.Notify(who, subject, text));
    }

    private static Again eachTime() {
        return new Again(Often.EVERY_TIME, 0, null);
    }

    private static Definition batch(StatusCode status, Again again, Action action) {
        return definition(List.of(), withStatus(status), again, LetterOrder.BULK, action);
    }

    private static Definition triggered(Trigger trigger, Again again, int priority, Action action) {
        return definition(List.of(trigger), Audience.EVERYBODY, again, priority, action);
    }

    private static Definition notice(StatusCode status, Action action) {
        return triggered(to(status), eachTime(), LetterOrder.FIRST, action);
    }

    private static Definition followUp(StatusCode status, Action action) {
        return triggered(to(status), Again.ONCE, LetterOrder.BULK, action);
    }

    /** Again when the event is moved; only for whom there is a link. */
    private static Definition reminder(EventTime time, Action action) {
        var accepted = Audience.of(
                new Condition.StatusIs(Set.of(REGISTERED.name())), new Condition.DeliveryIs(Set.of(Delivery.ACCEPTED)));
        return definition(List.of(new Trigger.Around(time)), accepted, eachTime(), LetterOrder.BULK, action);
    }

    private static Definition definition(
            List<Trigger> triggers, Audience audience, Again again, int priority, Action action) {
        return new Definition(triggers, null, audience, List.of(Step.of(action)), again, priority);
    }

    /** Asks the approvers once more for whoever they have left waiting for a day. */
    private static Definition whenStillPending(Action alert) {
        var pending = new Step.Choice(withStatus(StatusCode.PENDING_APPROVAL), alert);
        return new Definition(
                List.of(to(StatusCode.PENDING_APPROVAL)),
                null,
                Audience.EVERYBODY,
                List.of(Step.of(new Action.WaitFor(1, Unit.DAYS)), new Step(List.of(pending), new Action.Nothing())),
                eachTime(),
                LetterOrder.FIRST);
    }

    private static Trigger to(StatusCode status) {
        return new Trigger.StatusChanged(Set.of(), Set.of(status.name()), Set.of(), "");
    }

    private static Audience withStatus(StatusCode status) {
        return Audience.of(new Condition.StatusIs(Set.of(status.name())));
    }
}
