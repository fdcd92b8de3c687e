package rollcall.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormEditTest {

    private static DefinitionForm after(String... acts) {
        var form = DefinitionForm.of("Name", "", Definition.EMPTY);
        for (var act : acts) {
            form = FormEdit.of(act).apply(form);
        }
        return form;
    }

    /** The parts of a form as words: triggers, groups by their conditions, steps by their choices. */
    private static String shape(DefinitionForm form) {
        return "triggers %d, groups %s, steps %s"
                .formatted(
                        form.triggers().size(),
                        sizes(form.groups()),
                        form.steps().stream()
                                .map(step -> step.choices().stream()
                                        .map(choice -> sizes(choice.groups()))
                                        .toList())
                                .toList());
    }

    private static List<Integer> sizes(List<GroupForm> groups) {
        return groups.stream().map(group -> group.conditions().size()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add-trigger                                              | triggers 1, groups [], steps []         |"
                        + " triggers-0-kind",
                "add-trigger add-trigger remove-trigger.0                 | triggers 1, groups [], steps []         |"
                        + " triggers-title",
                "remove-trigger.5                                         | triggers 0, groups [], steps []         |"
                        + " triggers-title",
                "add-group                                                | triggers 0, groups [1], steps []        |"
                        + " groups-0-conditions-0-kind",
                "add-group add-condition.0                                | triggers 0, groups [2], steps []        |"
                        + " groups-0-conditions-1-kind",
                "add-group add-group add-condition.1                      | triggers 0, groups [1, 2], steps []     |"
                        + " groups-1-conditions-1-kind",
                "add-group add-condition.0 remove-condition.0.0           | triggers 0, groups [1], steps []        |"
                        + " audience-title",
                "add-group remove-condition.0.0                           | triggers 0, groups [], steps []         |"
                        + " audience-title",
                "add-group add-group remove-group.0                       | triggers 0, groups [1], steps []        |"
                        + " audience-title",
                "add-step                                                 | triggers 0, groups [], steps [[]]       |"
                        + " steps-0-otherwise-kind",
                "add-step add-choice.0                                    | triggers 0, groups [], steps [[[1]]]    |"
                        + " steps-0-choices-0-groups-0-conditions-0-kind",
                "add-step add-choice.0 add-group.0.0                      | triggers 0, groups [], steps [[[1, 1]]] |"
                        + " steps-0-choices-0-groups-1-conditions-0-kind",
                "add-step add-choice.0 add-condition.0.0.0                | triggers 0, groups [], steps [[[2]]]    |"
                        + " steps-0-choices-0-groups-0-conditions-1-kind",
                "add-step add-choice.0 add-condition.0.0.0 remove-condition.0.0.0.1 | triggers 0, groups [], steps"
                        + " [[[1]]] | flow-title",
                "add-step add-choice.0 add-choice.0 remove-choice.0.1     | triggers 0, groups [], steps [[[1]]]    |"
                        + " flow-title",
                "add-step add-step add-choice.1 remove-step.0             | triggers 0, groups [], steps [[[1]]]    |"
                        + " flow-title",
                "add-step add-step add-choice.1 move-step-up.1            | triggers 0, groups [], steps [[[1]], []] |"
                        + " step-0-title",
                "add-step add-choice.0 add-step move-step-down.0          | triggers 0, groups [], steps [[], [[1]]] |"
                        + " step-1-title",
                "add-step move-step-up.0                                  | triggers 0, groups [], steps [[]]       |"
                        + " step--1-title",
                "add-condition.7                                          | triggers 0, groups [], steps []         |"
                        + " groups-7-conditions--1-kind",
                "add-choice.7                                             | triggers 0, groups [], steps []         |"
                        + " steps-7-choices--1-groups-0-conditions-0-kind",
                "nonsense.1.2.3.4.5.6.7.8.9.x                             | triggers 0, groups [], steps []         |"
                        + " ''",
            })
    void aButtonChangesOnePart(String acts, String shape, String next) {
        var all = acts.split(" ");
        var form = after(all);
        assertThat(shape(form)).isEqualTo(shape);
        assertThat(NextField.after(FormEdit.of(all[all.length - 1]), form)).isEqualTo(next);
    }

    @Test
    void nothingIsAddedAboveTwenty() {
        var acts = Stream.generate(() -> "add-step").limit(25).toArray(String[]::new);
        assertThat(after(acts).steps()).hasSize(20);
    }
}
