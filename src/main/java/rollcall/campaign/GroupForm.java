package rollcall.campaign;

import java.util.List;

/**
 * A group of conditions, as it was typed.
 *
 * @param match the name of an {@link Audience.Match}
 */
record GroupForm(String match, List<Fields> conditions) {

    static final GroupForm NEW = new GroupForm(Audience.Match.ALL.name(), List.of(Fields.of(ConditionFields.FIRST)));

    static List<GroupForm> all(FormTree tree) {
        return tree.items("groups").stream()
                .map(group -> new GroupForm(
                        group.text("match"),
                        group.items("conditions").stream().map(Fields::of).toList()))
                .toList();
    }

    GroupForm with(List<Fields> other) {
        return new GroupForm(match, other);
    }
}
