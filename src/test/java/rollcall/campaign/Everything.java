package rollcall.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rollcall.campaign.Audience.Group;
import rollcall.campaign.Audience.Match;
import rollcall.campaign.Condition.Date.What;
import rollcall.campaign.Condition.Test;
import rollcall.campaign.EventTime.Point;
import rollcall.campaign.EventTime.Side;
import rollcall.campaign.EventTime.Unit;
import rollcall.campaign.Step.Choice;
import rollcall.member.Cause;
import rollcall.member.Delivery;
import rollcall.person.PersonField;
import rollcall.program.Access.Act;
import rollcall.program.WebinarChannel;

/** One of every kind of trigger, schedule, condition and action. */
final class Everything {

    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    static final LocalDateTime TIME = LocalDateTime.of(2026, 9, 3, 16, 0);
    static final LocalDate DAY = TIME.toLocalDate();
    static final EventTime HOUR_BEFORE = new EventTime(Point.START, Side.BEFORE, 1, Unit.HOURS);

    static final Offers OFFERS = new Offers(
            WebinarChannel.WEBINAR.statuses(),
            Map.of(),
            Map.of(7L, "Thanks"),
            Map.of(8L, "Follow-up"),
            Map.of(9L, "Autumn launch"),
            Map.of(10L, "CRM"),
            List.of("Allergies?"),
            List.of("Europe/Stockholm"));

    private Everything() {}

    static List<Trigger> triggers() {
        return List.of(
                new Trigger.StatusChanged(
                        Set.of("INVITED"), Set.of("REGISTERED", "WAITLISTED"), Set.of(Cause.IMPORT), "agreed"),
                new Trigger.StatusChanged(Set.of(), Set.of(), Set.of(), ""),
                new Trigger.FormFilledOut(),
                new Trigger.FormFilledOutAgain(),
                new Trigger.PersonAdded(),
                new Trigger.RegistrationAccepted(),
                new Trigger.RegistrationFailed(),
                new Trigger.AttendanceArrived(),
                new Trigger.SeatCameFree(),
                new Trigger.SeatOffered(),
                new Trigger.Around(HOUR_BEFORE),
                new Trigger.Around(new EventTime(Point.END, Side.AFTER, 0, Unit.MINUTES)),
                new Trigger.Requested());
    }

    static List<Schedule> schedules() {
        return List.of(
                new Schedule.At(TIME, ZONE),
                new Schedule.Daily(LocalTime.of(9, 0), ZONE),
                new Schedule.Weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 30), ZONE),
                new Schedule.Monthly(31, LocalTime.of(9, 0), ZONE));
    }

    static List<Condition> conditions() {
        return List.of(
                new Condition.StatusIs(Set.of("ATTENDED", "NO_SHOW")),
                new Condition.StatusWas(Set.of("INVITED"), DAY),
                new Condition.StatusWas(Set.of("INVITED"), null),
                new Condition.Reason("by phone"),
                new Condition.Success(true),
                new Condition.Success(false),
                new Condition.Date(What.JOINED, DAY, null),
                new Condition.Date(What.CHANGED, null, DAY),
                new Condition.Date(What.SUCCESS, DAY, DAY.plusDays(1)),
                new Condition.Field(PersonField.COMPANY, Test.CONTAINS, "Ltd"),
                new Condition.Field(PersonField.PHONE, Test.EMPTY, ""),
                new Condition.Answer("Allergies?", Test.IS, "none"),
                new Condition.Answer("Allergies?", Test.BEGINS_WITH, "n"),
                new Condition.SourceIs(Set.of(Cause.PERSON, Cause.IMPORT)),
                new Condition.DeliveryIs(Set.of(Delivery.ACCEPTED)),
                new Condition.OpenedForm(true),
                new Condition.OpenedForm(false),
                new Condition.Minutes(Condition.Minutes.Kind.LIVE, true, 30),
                new Condition.Minutes(Condition.Minutes.Kind.ON_DEMAND, false, 1));
    }

    static List<Action> actions() {
        return List.of(
                new Action.SendMail(7),
                new Action.ChangeStatus("REGISTERED", ""),
                new Action.ChangeStatus("REJECTED", "a competitor"),
                new Action.WaitFor(2, Unit.DAYS),
                new Action.WaitUntil(TIME, ZONE),
                new Action.WaitAround(HOUR_BEFORE),
                new Action.Notify(Act.MANAGE, "Look", "At these\nplease"),
                new Action.CallWebhook(10),
                new Action.AddToProgram(9, "INVITED"),
                new Action.RequestCampaign(8),
                new Action.Remove(),
                new Action.Nothing());
    }

    static Audience groups() {
        return new Audience(List.of(
                new Group(Match.ALL, conditions()),
                new Group(Match.ANY, conditions().subList(0, 2)),
                new Group(Match.NONE, conditions().subList(2, 4))));
    }

    /** All of it in one. */
    static Definition definition(Schedule schedule) {
        var steps = new ArrayList<Step>(actions().stream().map(Step::of).toList());
        steps.add(new Step(
                List.of(
                        new Choice(Audience.of(new Condition.Success(true)), new Action.SendMail(7)),
                        new Choice(
                                new Audience(List.of(
                                        new Group(Match.ANY, conditions().subList(3, 5)))),
                                new Action.Remove())),
                new Action.Nothing()));
        return new Definition(triggers(), schedule, groups(), steps, new Again(Again.Often.ONCE, 0, true), 10);
    }
}
