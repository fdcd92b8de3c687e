package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static rollcall.campaign.Everything.OFFERS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionFormTest {

    static List<Schedule> schedules() {
        return Everything.schedules();
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void whatIsTypedComesBackAsItWas(Schedule schedule) {
        var definition = Everything.definition(schedule);
        var form = DefinitionForm.of("Everything", "3", definition);

        var sent = DefinitionForm.of(Typed.of(form));
        var draft = new DefinitionDraft(sent, OFFERS);

        assertThat(sent).isEqualTo(form);
        assertThat(draft.wrongs().all()).isEmpty();
        assertThat(draft.definition()).contains(definition);
        assertThat(draft.name()).isEqualTo("Everything");
        assertThat(draft.version()).isEqualTo(3);
        assertThat(DefinitionForm.of("Everything", "3", draft.definition().orElseThrow()))
                .isEqualTo(form);
    }

    @Test
    void eachKindIsOffered() {
        assertThat(Everything.triggers())
                .extracting(trigger -> TriggerFields.of(trigger).kind())
                .containsAll(TriggerFields.KINDS);
        assertThat(Everything.conditions())
                .extracting(condition -> ConditionFields.of(condition).kind())
                .containsAll(ConditionFields.KINDS);
        assertThat(Everything.actions())
                .extracting(action -> ActionFields.of(action).kind())
                .containsAll(ActionFields.KINDS);
        assertThat(Everything.schedules())
                .extracting(schedule -> ScheduleFields.of(schedule).kind())
                .containsExactlyElementsOf(ScheduleFields.KINDS);
    }

    @Test
    void howOftenComesBack() {
        for (var again : List.of(
                Again.ONCE,
                new Again(Again.Often.ONCE, 0, false),
                new Again(Again.Often.EVERY_TIME, 0, null),
                new Again(Again.Often.DAYS, 30, null))) {
            var wrongs = new Wrongs();
            var fields = AgainFields.of(again);
            assertThat(AgainFields.read(new Input(fields, "again", OFFERS, wrongs)))
                    .isEqualTo(again);
            assertThat(wrongs.none()).isTrue();
        }
    }

    /** Fields of one part, where it stands, and what is said at which of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "triggers[0]                   | kind=nonsense                                       | kind=choose",
                "triggers[0]                   | kind=status-changed reason=\u202e                   |"
                        + " reason=web.plain-text",
                "triggers[0]                   | kind=around amount=soon unit=HOURS side=BEFORE point=START |"
                        + " amount=number",
                "triggers[0]                   | kind=around amount=-1 unit=HOURS side=BEFORE point=START   |"
                        + " amount=number",
                "triggers[0]                   | kind=around amount=1 unit=WEEKS side=ON point=MIDDLE        |"
                        + " point=choose side=choose unit=choose",
                "schedule                      | kind=at date=3/9/2026 time=4pm zone=Here            | date=date"
                        + " time=time zone=zone",
                "schedule                      | kind=daily time=09:00 zone=+02:00                   | zone=zone",
                "schedule                      | kind=weekly time=09:00 zone=UTC                     | days=tick",
                "schedule                      | kind=monthly day=32 time=09:00 zone=UTC             | day=number",
                "groups[0].conditions[0]       | kind=                                               | kind=choose"
                        + " statuses=tick-status",
                "groups[0].conditions[0]       | kind=status statuses=UNHEARD_OF                     |"
                        + " statuses=tick-status",
                "groups[0].conditions[0]       | kind=status-was statuses=INVITED since=yesterday    | since=date",
                "groups[0].conditions[0]       | kind=reason                                         | text=text",
                "groups[0].conditions[0]       | kind=success yes=perhaps                            | yes=choose",
                "groups[0].conditions[0]       | kind=date what=JOINED                               | from=dates",
                "groups[0].conditions[0]       | kind=date what=JOINED from=2026-09-03 to=2026-09-02 |"
                        + " to=dates-reversed",
                "groups[0].conditions[0]       | kind=field field=COMPANY test=IS                    | text=text",
                "groups[0].conditions[0]       | kind=field field=SHOE_SIZE test=EMPTY               | field=choose",
                "groups[0].conditions[0]       | kind=answer test=IS text=x                          |"
                        + " question=question",
                "groups[0].conditions[0]       | kind=source sources=TELEPATHY                       | sources=tick",
                "groups[0].conditions[0]       | kind=delivery                                       | deliveries=tick",
                "groups[0].conditions[0]       | kind=opened-form                                    | yes=choose",
                "groups[0].conditions[0]       | kind=minutes attendance=LIVE yes=true minutes=0     | minutes=number",
                "steps[0].otherwise            | kind=                                               | kind=choose",
                "steps[0].otherwise            | kind=send-mail template=999                         | template=choose",
                "steps[0].otherwise            | kind=send-mail                                      | template=choose",
                "steps[0].otherwise            | kind=change-status to=UNHEARD_OF                    | to=choose",
                "steps[0].otherwise            | kind=wait-for amount=0 unit=HOURS                   | amount=number",
                "steps[0].otherwise            | kind=wait-for amount=1h unit=                       | amount=number"
                        + " unit=choose",
                "steps[0].otherwise            | kind=wait-until date=tomorrow time=25:00 zone=      | date=date"
                        + " time=time zone=zone",
                "steps[0].otherwise            | kind=notify who=MANAGE                              | subject=subject",
                "steps[0].otherwise            | kind=call-webhook webhook=1                         | webhook=choose",
                "steps[0].otherwise            | kind=add-to-program program=1 status=INVITED        | program=choose",
                "steps[0].otherwise            | kind=request-campaign campaign=1                    | campaign=choose",
                "steps[0].choices[0].then      | kind=wait-for amount=x unit=DAYS                    | amount=number",
                "again                         | often=SELDOM                                        | often=choose",
                "again                         | often=DAYS days=0                                   | days=number",
            })
    void whatCannotBeReadIsRefusedAtItsField(String at, String typed, String said) {
        var sent = minimal();
        sent.keySet().removeIf(name -> name.startsWith(at + "."));
        pairs(typed).forEach((name, value) -> sent.put(at + "." + name, List.of(value)));
        if (at.contains("choices")) {
            sent.put("steps[0].choices[0].groups[0].match", List.of("ALL"));
            sent.put("steps[0].choices[0].groups[0].conditions[0].kind", List.of("success"));
            sent.put("steps[0].choices[0].groups[0].conditions[0].yes", List.of("true"));
        }

        var draft = new DefinitionDraft(DefinitionForm.of(sent), OFFERS);

        assertThat(draft.definition()).isEmpty();
        var wrongs = new LinkedHashMap<String, String>();
        draft.wrongs()
                .all()
                .forEach((field, wrong) -> wrongs.put(
                        field.substring(at.length() + 1), wrong.message().replace("campaign.wrong.", "")));
        assertThat(wrongs).containsExactlyInAnyOrderEntriesOf(pairs(said));
    }

    private static Map<String, String> pairs(String text) {
        return Stream.of(text.split(" "))
                .collect(Collectors.toMap(
                        pair -> pair.substring(0, pair.indexOf('=')), pair -> pair.substring(pair.indexOf('=') + 1)));
    }

    private static Map<String, List<String>> minimal() {
        var definition = new Definition(
                List.of(), null, Audience.EVERYBODY, List.of(Step.of(new Action.Remove())), Again.ONCE, 50);
        return new LinkedHashMap<>(Typed.of(DefinitionForm.of("Small", "", definition)));
    }

    @Test
    void aNameAndAStepAreNeeded() {
        var draft = new DefinitionDraft(DefinitionForm.of(Map.of()), OFFERS);
        assertThat(draft.wrongs().all().keySet()).containsExactly("name", "steps", "again.often", "priority");
    }

    @Test
    void aNameHasAnEnd() {
        var sent = minimal();
        sent.put("name", List.of("x".repeat(201)));
        assertThat(new DefinitionDraft(DefinitionForm.of(sent), OFFERS)
                        .wrongs()
                        .at("name")
                        .message())
                .isEqualTo("campaign.wrong.too-long");
    }

    @Test
    void moreThanTwentyOfAKindAreRefused() {
        assertThat(wrongsWith(20)).isEmpty();
        assertThat(wrongsWith(21)).containsExactly("steps");
    }

    private static Iterable<String> wrongsWith(int triggers) {
        var sent = minimal();
        IntStream.range(0, triggers).forEach(n -> sent.put("triggers[%d].kind".formatted(n), List.of("person-added")));
        return new DefinitionDraft(DefinitionForm.of(sent), OFFERS)
                .wrongs()
                .all()
                .keySet();
    }

    @Test
    void namesThatNoFormSendsAreLeftOut() {
        var sent = minimal();
        for (var name : List.of("_csrf", "steps[", "steps[x].kind", "a".repeat(500) + "[1", "x[1][2]", "..", "")) {
            sent.put(name, List.of("x"));
        }
        assertThat(DefinitionForm.of(sent)).isEqualTo(DefinitionForm.of(minimal()));
    }
}
