package rollcall.campaign;

import java.util.List;

/** A step, as it was typed. */
record StepForm(List<ChoiceForm> choices, Fields otherwise) {

    private static final String REMOVE = "remove";

    static final StepForm NEW = new StepForm(List.of(), Fields.of(ActionFields.FIRST));

    /** One choice of a step, as it was typed. */
    record ChoiceForm(List<GroupForm> groups, Fields then) {

        static final ChoiceForm NEW = new ChoiceForm(List.of(GroupForm.NEW), Fields.of(ActionFields.FIRST));

        ChoiceForm with(List<GroupForm> other) {
            return new ChoiceForm(other, then);
        }
    }

    static StepForm of(FormTree step) {
        return new StepForm(
                step.items("choices").stream()
                        .map(choice -> new ChoiceForm(GroupForm.all(choice), Fields.of(choice.part("then"))))
                        .toList(),
                Fields.of(step.part("otherwise")));
    }

    /** Whether nobody goes on from here: whichever way they take, they are out of the flow. */
    boolean last() {
        return otherwise.is(REMOVE)
                && choices.stream().allMatch(choice -> choice.then().is(REMOVE));
    }

    StepForm with(List<ChoiceForm> other) {
        return new StepForm(other, otherwise);
    }
}
