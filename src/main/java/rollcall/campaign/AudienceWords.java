package rollcall.campaign;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rollcall.campaign.Audience.Group;
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

/** What is so of those who are meant, in words. */
final class AudienceWords {

    private final Words words;
    private final Names names;

    AudienceWords(Words words, Names names) {
        this.words = words;
        this.names = names;
    }

    /** The status is Attended and the company contains “Ltd”. */
    String of(Audience audience) {
        var alone = audience.groups().size() == 1;
        return audience.everybody()
                ? words.say("campaign.say.whoever")
                : words.allOf(audience.groups().stream()
                        .map(group -> of(group, alone))
                        .toList());
    }

    private String of(Group group, boolean alone) {
        var conditions = group.conditions().stream().map(this::of).toList();
        var said = switch (group.match()) {
            case ALL -> words.allOf(conditions);
            case ANY -> words.anyOf(conditions);
            case NONE -> words.say("campaign.say.none-of", words.anyOf(conditions));
        };
        return alone || conditions.size() == 1 ? said : "(" + said + ")";
    }

    String of(Condition condition) {
        return switch (condition) {
            case StatusIs(var statuses) -> words.say("campaign.say.status", statuses(statuses));
            case StatusWas(var statuses, var since) ->
                Words.phrase(
                        words.say("campaign.say.status-was", statuses(statuses)), day("campaign.say.since", since));
            case Reason(var text) -> words.say("campaign.say.reason", text);
            case Success(var reached) -> words.say("campaign.say.success." + reached);
            case Date(var what, var from, var to) ->
                Words.phrase(
                        words.say("campaign.say.date." + what),
                        day("campaign.say.from-day", from),
                        day("campaign.say.to-day", to));
            case Field(var field, var test, var text) ->
                compared(words.say("person.field." + field.fieldName()), test, text);
            case Answer(var question, var test, var text) ->
                compared(words.say("campaign.say.answer", question), test, text);
            case SourceIs(var sources) -> words.say("campaign.say.source", causes(sources));
            case DeliveryIs(var deliveries) ->
                words.say(
                        "campaign.say.delivery",
                        words.anyOf(deliveries.stream()
                                .sorted()
                                .map(one -> words.say("member.delivery." + one))
                                .toList()));
            case OpenedForm(var opened) -> words.say("campaign.say.opened-form." + opened);
            case Minutes(var attendance, var atLeast, var minutes) ->
                words.say("campaign.say.minutes." + attendance + "." + atLeast, minutes);
        };
    }

    private String compared(String what, Test test, String text) {
        return words.say("campaign.say.test." + test, what, text);
    }

    private String day(String key, @Nullable LocalDate day) {
        return day == null ? "" : words.say(key, words.day(day));
    }

    /** In an order that does not depend on how the set was made. */
    String statuses(Collection<String> keys) {
        return words.anyOf(names.inOrder(keys));
    }

    String causes(Set<Cause> causes) {
        return words.anyOf(causes.stream()
                .sorted()
                .map(cause -> words.say("member.cause." + cause))
                .toList());
    }
}
