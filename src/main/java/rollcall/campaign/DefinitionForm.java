package rollcall.campaign;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a campaign does, as it was typed, whether it can be read or not.
 *
 * @param version the one that was seen; empty for a new campaign
 * @param again how often one member may come in: {@code often}, {@code days} and {@code afterReturn}
 * @param priority a number; lower goes first
 */
record DefinitionForm(
        String name,
        String version,
        List<Fields> triggers,
        Fields schedule,
        List<GroupForm> groups,
        List<StepForm> steps,
        Fields again,
        String priority) {

    static DefinitionForm of(Map<String, List<String>> sent) {
        var tree = FormTree.of(sent);
        return new DefinitionForm(
                tree.text("name"),
                tree.text("version"),
                tree.items("triggers").stream().map(Fields::of).toList(),
                Fields.of(tree.part("schedule")),
                GroupForm.all(tree),
                tree.items("steps").stream().map(StepForm::of).toList(),
                Fields.of(tree.part("again")),
                tree.text("priority"));
    }

    /** The form in which that campaign is edited. */
    static DefinitionForm of(String name, String version, Definition definition) {
        var schedule = definition.schedule();
        return new DefinitionForm(
                name,
                version,
                definition.triggers().stream().map(TriggerFields::of).toList(),
                schedule == null ? Fields.NONE : ScheduleFields.of(schedule),
                AudienceForm.of(definition.audience()),
                definition.steps().stream().map(DefinitionForm::of).toList(),
                AgainFields.of(definition.again()),
                Integer.toString(definition.priority()));
    }

    private static StepForm of(Step step) {
        var choices = step.choices().stream()
                .map(choice -> new StepForm.ChoiceForm(AudienceForm.of(choice.when()), ActionFields.of(choice.then())))
                .toList();
        return new StepForm(choices, ActionFields.of(step.otherwise()));
    }

    DefinitionForm withTriggers(List<Fields> other) {
        return new DefinitionForm(name, version, other, schedule, groups, steps, again, priority);
    }

    DefinitionForm withGroups(List<GroupForm> other) {
        return new DefinitionForm(name, version, triggers, schedule, other, steps, again, priority);
    }

    DefinitionForm withSteps(List<StepForm> other) {
        return new DefinitionForm(name, version, triggers, schedule, groups, other, again, priority);
    }

    DefinitionForm withVersion(int other) {
        return new DefinitionForm(name, Integer.toString(other), triggers, schedule, groups, steps, again, priority);
    }

    Stream<StepForm.ChoiceForm> choices() {
        return steps.stream().flatMap(step -> step.choices().stream());
    }

    /** Those of the audience and of all choices. */
    Stream<Fields> conditions() {
        return Stream.concat(groups.stream(), choices().flatMap(choice -> choice.groups().stream()))
                .flatMap(group -> group.conditions().stream());
    }

    Stream<Fields> actions() {
        return Stream.concat(
                choices().map(StepForm.ChoiceForm::then), steps.stream().map(StepForm::otherwise));
    }
}
