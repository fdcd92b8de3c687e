package rollcall.campaign;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import rollcall.campaign.Audience.Group;
import rollcall.campaign.Audience.Match;

/** Between an audience and the groups of a form. */
final class AudienceForm {

    private AudienceForm() {}

    static List<GroupForm> of(Audience audience) {
        return audience.groups().stream()
                .map(group -> new GroupForm(
                        group.match().name(),
                        group.conditions().stream().map(ConditionFields::of).toList()))
                .toList();
    }

    /** @param at what stands before {@code groups} in the names of the fields; empty for the campaign's own audience */
    static Audience read(List<GroupForm> groups, String at, Offers offers, Wrongs wrongs) {
        return new Audience(IntStream.range(0, groups.size())
                .mapToObj(n -> group(groups.get(n), Wrongs.path(at, "groups[%d]".formatted(n)), offers, wrongs))
                .toList());
    }

    private static Group group(GroupForm form, String at, Offers offers, Wrongs wrongs) {
        if (form.conditions().isEmpty()) {
            wrongs.add(Wrongs.path(at, "match"), "campaign.wrong.group-empty");
        }
        var conditions = IntStream.range(0, form.conditions().size())
                .mapToObj(n -> ConditionFields.read(new Input(
                        form.conditions().get(n), Wrongs.path(at, "conditions[%d]".formatted(n)), offers, wrongs)))
                .toList();
        return new Group(match(form.match()), conditions);
    }

    private static Match match(String name) {
        return EnumSet.allOf(Match.class).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(Match.ALL);
    }
}
