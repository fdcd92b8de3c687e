package rollcall.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import rollcall.campaign.StepForm.ChoiceForm;

/**
 * What a button in the form does to it: {@code add-trigger}, {@code remove-trigger.1}, {@code add-condition.0}. Numbers
 * say which part, from 0. Groups and conditions with two numbers more in front belong to a choice of a step:
 * {@code remove-condition.2.0.1.3} is condition 3 of group 1 of choice 0 of step 2. A number that names nothing changes
 * nothing.
 *
 * @param at which part
 */
record FormEdit(String verb, List<Integer> at) {

    static FormEdit of(String act) {
        var words = act.split("\\.");
        var numbers = Stream.of(words).skip(1).map(FormEdit::number).toList();
        return new FormEdit(words.length == 0 ? "" : words[0], numbers);
    }

    private static int number(String word) {
        return word.matches("[0-9]{1,3}") ? Integer.parseInt(word) : -1;
    }

    DefinitionForm apply(DefinitionForm form) {
        return switch (verb) {
            case "add-trigger" -> form.withTriggers(plus(form.triggers(), Fields.of(TriggerFields.KINDS.getFirst())));
            case "remove-trigger" -> form.withTriggers(minus(form.triggers(), last()));
            case "add-step" -> form.withSteps(plus(form.steps(), StepForm.NEW));
            case "remove-step" -> form.withSteps(minus(form.steps(), last()));
            case "move-step-up" -> form.withSteps(moved(form.steps(), last(), last() - 1));
            case "move-step-down" -> form.withSteps(moved(form.steps(), last(), last() + 1));
            case "add-choice" -> inStep(form, choices -> plus(choices, ChoiceForm.NEW));
            case "remove-choice" -> inStep(form, choices -> minus(choices, last()));
            case "add-group" -> inGroups(form, 0, groups -> plus(groups, GroupForm.NEW));
            case "remove-group" -> inGroups(form, 1, groups -> minus(groups, last()));
            case "add-condition" ->
                inGroups(
                        form,
                        1,
                        groups -> changed(
                                groups,
                                last(),
                                group -> group.with(plus(group.conditions(), Fields.of(ConditionFields.FIRST)))));
            case "remove-condition" -> inGroups(form, 2, groups -> withoutCondition(groups));
            default -> form;
        };
    }

    private int at(int index) {
        return index >= 0 && index < at.size() ? at.get(index) : -1;
    }

    private int last() {
        return at(at.size() - 1);
    }

    /** A group without conditions is none. */
    private List<GroupForm> withoutCondition(List<GroupForm> groups) {
        var group = at(at.size() - 2);
        var left = changed(groups, group, one -> one.with(minus(one.conditions(), last())));
        return left.stream().filter(one -> !one.conditions().isEmpty()).toList();
    }

    private DefinitionForm inStep(DefinitionForm form, UnaryOperator<List<ChoiceForm>> change) {
        return form.withSteps(changed(form.steps(), at(0), step -> step.with(change.apply(step.choices()))));
    }

    /** @param own how many numbers the groups themselves take; two more in front name a choice */
    private DefinitionForm inGroups(DefinitionForm form, int own, UnaryOperator<List<GroupForm>> change) {
        if (at.size() == own) {
            return form.withGroups(change.apply(form.groups()));
        }
        return inStep(form, choices -> changed(choices, at(1), choice -> choice.with(change.apply(choice.groups()))));
    }

    private static <T> List<T> plus(List<T> all, T one) {
        return all.size() >= DefinitionDraft.MOST
                ? all
                : Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    private static <T> List<T> minus(List<T> all, int index) {
        var left = new ArrayList<>(all);
        if (index >= 0 && index < all.size()) {
            left.remove(index);
        }
        return List.copyOf(left);
    }

    private static <T> List<T> moved(List<T> all, int from, int to) {
        var other = new ArrayList<>(all);
        if (Math.min(from, to) >= 0 && Math.max(from, to) < all.size()) {
            Collections.swap(other, from, to);
        }
        return List.copyOf(other);
    }

    private static <T> List<T> changed(List<T> all, int index, UnaryOperator<T> change) {
        var other = new ArrayList<>(all);
        if (index >= 0 && index < all.size()) {
            other.set(index, change.apply(all.get(index)));
        }
        return List.copyOf(other);
    }
}
