package rollcall.campaign;

import java.util.List;

/** Where somebody goes on after a button has changed the form: what came, or the heading of what became less. */
final class NextField {

    private final FormEdit edit;
    private final DefinitionForm form;

    private NextField(FormEdit edit, DefinitionForm form) {
        this.edit = edit;
        this.form = form;
    }

    /** The id of a field or of a heading of the form as it is now; empty for staying there. */
    static String after(FormEdit edit, DefinitionForm form) {
        return new NextField(edit, form).id();
    }

    private String id() {
        return switch (edit.verb()) {
            case "add-trigger" -> "triggers-%d-kind".formatted(form.triggers().size() - 1);
            case "add-step" -> "steps-%d-otherwise-kind".formatted(form.steps().size() - 1);
            case "move-step-up" -> "step-%d-title".formatted(number(0) - 1);
            case "move-step-down" -> "step-%d-title".formatted(number(0) + 1);
            case "add-choice" -> "steps-%d-choices-%d-groups-0-conditions-0-kind".formatted(number(0), lastChoice());
            case "add-group" -> "%sgroups-%d-conditions-0-kind".formatted(place(0), groups(0) - 1);
            case "add-condition" ->
                "%sgroups-%d-conditions-%d-kind".formatted(place(1), number(own(1)), conditions(number(own(1))) - 1);
            case "remove-trigger" -> "triggers-title";
            case "remove-group", "remove-condition" -> edit.at().size() > 2 ? "flow-title" : "audience-title";
            case "remove-step", "remove-choice" -> "flow-title";
            default -> "";
        };
    }

    /** What stands before the groups in the ids of their fields. */
    private String place(int own) {
        return own(own) == 0 ? "" : "steps-%d-choices-%d-".formatted(number(0), number(1));
    }

    /** Where the numbers of the groups themselves begin. */
    private int own(int length) {
        return edit.at().size() > length ? 2 : 0;
    }

    private int number(int index) {
        return index < edit.at().size() ? edit.at().get(index) : -1;
    }

    private int lastChoice() {
        return number(0) < 0 || number(0) >= form.steps().size()
                ? -1
                : form.steps().get(number(0)).choices().size() - 1;
    }

    private List<GroupForm> groupsOf(int own) {
        if (own(own) == 0) {
            return form.groups();
        }
        var known = number(0) >= 0 && number(0) < form.steps().size();
        var choices = known ? form.steps().get(number(0)).choices() : List.<StepForm.ChoiceForm>of();
        return number(1) >= 0 && number(1) < choices.size()
                ? choices.get(number(1)).groups()
                : List.of();
    }

    private int groups(int own) {
        return groupsOf(own).size();
    }

    private int conditions(int group) {
        var groups = groupsOf(1);
        return group >= 0 && group < groups.size()
                ? groups.get(group).conditions().size()
                : 0;
    }
}
