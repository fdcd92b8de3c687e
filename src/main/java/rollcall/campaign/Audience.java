package rollcall.campaign;

import java.util.List;

/** Which members are meant: those of whom every group says yes. */
public record Audience(List<Group> groups) {

    /** Everybody in the program; whoever left is in no audience unless a condition asks for that status. */
    public static final Audience EVERYBODY = new Audience(List.of());

    /** @param conditions at least one */
    public record Group(Match match, List<Condition> conditions) {}

    public enum Match {
        ALL,
        ANY,
        NONE
    }

    public static Audience of(Condition... all) {
        return new Audience(List.of(new Group(Match.ALL, List.of(all))));
    }

    public boolean everybody() {
        return groups.isEmpty();
    }
}
