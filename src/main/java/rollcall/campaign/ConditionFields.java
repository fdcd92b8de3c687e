package rollcall.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rollcall.campaign.Condition.Answer;
import rollcall.campaign.Condition.Date;
import rollcall.campaign.Condition.DeliveryIs;
import rollcall.campaign.Condition.Field;
import rollcall.campaign.Condition.Minutes;
import rollcall.campaign.Condition.OpenedForm;
import rollcall.campaign.Condition.Reason;
import rollcall.campaign.Condition.SourceIs;
import rollcall.campaign.Condition.StatusIs;
import rollcall.campaign.Condition.StatusWas;
import rollcall.campaign.Condition.Success;
import rollcall.campaign.Condition.Test;
import rollcall.member.Cause;
import rollcall.member.Delivery;
import rollcall.person.PersonField;

/** Between a condition and the fields of a form. */
final class ConditionFields {

    static final String FIRST = "status";

    /** In the order in which they are offered. */
    static final List<String> KINDS = List.of(
            FIRST,
            "status-was",
            "reason",
            "success",
            "date",
            "field",
            "answer",
            "source",
            "delivery",
            "opened-form",
            "minutes");

    static final int LONGEST = 200;
    private static final int MOST_MINUTES = 10_000;

    private ConditionFields() {}

    static Fields of(Condition condition) {
        return switch (condition) {
            case StatusIs(var statuses) -> Fields.of(FIRST).with("statuses", Keys.sorted(statuses));
            case StatusWas(var statuses, var since) ->
                day(Fields.of("status-was").with("statuses", Keys.sorted(statuses)), "since", since);
            case Reason(var text) -> Fields.of("reason").with("text", text);
            case Success(var reached) -> Fields.of("success").with("yes", reached);
            case Date(var what, var from, var to) ->
                day(day(Fields.of("date").with("what", what.name()), "from", from), "to", to);
            case Field(var field, var test, var text) ->
                Fields.of("field")
                        .with("field", field.name())
                        .with("test", test.name())
                        .with("text", text);
            case Answer(var question, var test, var text) ->
                Fields.of("answer")
                        .with("question", question)
                        .with("test", test.name())
                        .with("text", text);
            case SourceIs(var sources) -> Fields.of("source").with("sources", Keys.names(sources));
            case DeliveryIs(var deliveries) -> Fields.of("delivery").with("deliveries", Keys.names(deliveries));
            case OpenedForm(var opened) -> Fields.of("opened-form").with("yes", opened);
            case Minutes(var attendance, var atLeast, var minutes) ->
                Fields.of("minutes")
                        .with("attendance", attendance.name())
                        .with("yes", atLeast)
                        .with("minutes", minutes);
        };
    }

    private static Fields day(Fields fields, String name, @Nullable LocalDate day) {
        return day == null ? fields : fields.with(name, day);
    }

    static Condition read(Input input) {
        return switch (input.fields().kind()) {
            case "status-was" -> new StatusWas(input.someStatuses("statuses"), input.dateOrNone("since"));
            case "reason" -> new Reason(input.required("text", LONGEST, "campaign.wrong.text"));
            case "success" -> new Success(yes(input));
            case "date" -> date(input);
            case "field" -> field(input);
            case "answer" -> answer(input);
            case "source" -> new SourceIs(input.atLeastOne("sources", Cause.values()));
            case "delivery" -> new DeliveryIs(input.atLeastOne("deliveries", Delivery.values()));
            case "opened-form" -> new OpenedForm(yes(input));
            case "minutes" ->
                new Minutes(
                        input.one("attendance", Minutes.Kind.values()),
                        yes(input),
                        input.number("minutes", 1, MOST_MINUTES));
            default -> status(input);
        };
    }

    private static boolean yes(Input input) {
        var typed = input.fields().text("yes");
        if (!typed.equals("true") && !typed.equals("false")) {
            input.wrong("yes", "campaign.wrong.choose");
        }
        return typed.equals("true");
    }

    private static Condition date(Input input) {
        var from = input.dateOrNone("from");
        var to = input.dateOrNone("to");
        if (input.fields().text("from").isBlank() && input.fields().text("to").isBlank()) {
            input.wrong("from", "campaign.wrong.dates");
        } else if (from != null && to != null && to.isBefore(from)) {
            input.wrong("to", "campaign.wrong.dates-reversed");
        }
        return new Date(input.one("what", Date.What.values()), from, to);
    }

    private static Condition field(Input input) {
        var test = input.one("test", Test.values());
        return new Field(input.one("field", PersonField.values()), test, compared(input, test));
    }

    private static Condition answer(Input input) {
        var question = input.required("question", LONGEST, "campaign.wrong.question");
        var test = input.one("test", Test.values());
        return new Answer(question, test, compared(input, test));
    }

    private static String compared(Input input, Test test) {
        return test == Test.EMPTY ? "" : input.required("text", LONGEST, "campaign.wrong.text");
    }

    private static Condition status(Input input) {
        if (!input.fields().is(FIRST)) {
            input.wrong(Fields.KIND, "campaign.wrong.choose");
        }
        return new StatusIs(input.someStatuses("statuses"));
    }
}
