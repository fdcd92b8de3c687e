package rollcall.campaign;

import java.time.ZoneId;
import rollcall.campaign.Audience.Group;
import rollcall.campaign.Audience.Match;
import rollcall.member.ReasonWords;
import rollcall.program.StatusCode;

/** An audience as a condition over {@code member m}. */
final class AudienceSql {

    private final ConditionSql conditions;

    AudienceSql(ZoneId zone, Placeholders params, ReasonWords reasons) {
        this.conditions = new ConditionSql(zone, params, reasons);
    }

    /** Whom the audience means, among members of whom it is known that they are in question. */
    String of(Audience audience) {
        return ConditionSql.all(audience.groups().stream().map(this::group).toList());
    }

    /**
     * Whom the audience means, among all who are or were in the program.
     *
     * @param leaversToo whether those are in question who left, whatever the audience says
     */
    String inProgram(Audience audience, boolean leaversToo) {
        var base = "m.closed is null"
                + (leaversToo || asksForLeavers(audience) ? "" : " and m.status <> 'NOT_IN_PROGRAM'");
        return base + (audience.everybody() ? "" : " and " + of(audience));
    }

    private String group(Group group) {
        var all = group.conditions().stream().map(conditions::of).toList();
        return switch (group.match()) {
            case ALL -> ConditionSql.all(all);
            case ANY -> ConditionSql.any(all);
            case NONE -> "not " + ConditionSql.any(all);
        };
    }

    /** Whether the audience means people who left, by naming their status. */
    static boolean asksForLeavers(Audience audience) {
        return audience.groups().stream()
                .filter(group -> group.match() != Match.NONE)
                .flatMap(group -> group.conditions().stream())
                .anyMatch(one -> one instanceof Condition.StatusIs(var statuses)
                        && statuses.contains(StatusCode.NOT_IN_PROGRAM.name()));
    }

    /** Whether a campaign is for people who left, so that having left takes nobody out of it. */
    static boolean forLeavers(Definition definition) {
        return asksForLeavers(definition.audience())
                || definition.triggers().stream()
                        .anyMatch(one -> one instanceof Trigger.StatusChanged changed
                                && changed.to().contains(StatusCode.NOT_IN_PROGRAM.name()));
    }
}
