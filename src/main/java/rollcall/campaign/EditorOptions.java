package rollcall.campaign;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import rollcall.member.Cause;
import rollcall.member.Delivery;
import rollcall.person.PersonField;
import rollcall.program.Access.Act;

/** What may be chosen in a form and is always the same, by name, in the reader's language. */
final class EditorOptions {

    private static final List<String> YES_AND_NO = List.of("true", "false");

    private final Words words;

    EditorOptions(Words words) {
        this.words = words;
    }

    /** @throws IllegalArgumentException when there are no options of that name */
    Map<String, String> of(String name) {
        return switch (name) {
            case "triggers" -> said("campaign.trigger.", TriggerFields.KINDS);
            case "conditions" -> said("campaign.condition.", ConditionFields.KINDS);
            case "actions" -> said("campaign.action.", ActionFields.KINDS);
            case "schedules" -> schedules();
            case "causes" -> said("member.cause.", names(Cause.values()));
            case "deliveries" -> said("member.delivery.", names(Delivery.values()));
            case "units" -> said("campaign.unit.", names(EventTime.Unit.values()));
            case "sides" -> said("campaign.side.", names(EventTime.Side.values()));
            case "points" -> said("campaign.point.", names(EventTime.Point.values()));
            case "tests" -> said("campaign.test.", names(Condition.Test.values()));
            case "dates" -> said("campaign.date.", names(Condition.Date.What.values()));
            case "attendance" -> said("campaign.attendance.", names(Condition.Minutes.Kind.values()));
            case "acts" -> said("campaign.who.", names(Act.values()));
            case "often" -> said("campaign.often.", names(Again.Often.values()));
            case "matches" -> said("campaign.match.", names(Audience.Match.values()));
            case "success", "opened", "bounds", "returns" -> said("campaign." + name + ".", YES_AND_NO);
            case "fields" -> fields();
            case "days" -> days();
            default -> throw new IllegalArgumentException("There are no options called " + name);
        };
    }

    private static <E extends Enum<E>> List<String> names(E[] all) {
        return Stream.of(all).map(Enum::name).toList();
    }

    private Map<String, String> said(String prefix, List<String> keys) {
        return mapped(keys, key -> words.say(prefix + key));
    }

    private static Map<String, String> mapped(List<String> keys, Function<String, String> text) {
        var options = new LinkedHashMap<String, String>();
        keys.forEach(key -> options.put(key, text.apply(key)));
        return options;
    }

    private Map<String, String> schedules() {
        var options = new LinkedHashMap<String, String>();
        options.put("", words.say("campaign.schedule.never"));
        options.putAll(said("campaign.schedule.", ScheduleFields.KINDS));
        return options;
    }

    private Map<String, String> fields() {
        return mapped(
                names(PersonField.values()),
                name -> words.say("person.field." + PersonField.valueOf(name).fieldName()));
    }

    private Map<String, String> days() {
        return mapped(names(DayOfWeek.values()), name -> words.weekday(DayOfWeek.valueOf(name)));
    }
}
