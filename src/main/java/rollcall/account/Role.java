package rollcall.account;

import org.jspecify.annotations.Nullable;
import rollcall.program.Access.Act;

/** What somebody is in a program, or in all of them; each role may what the ones before it may. */
public enum Role {
    VIEWER(Act.SEE),
    APPROVER(Act.APPROVE),
    MANAGER(Act.MANAGE);

    private final Act most;

    Role(Act most) {
        this.most = most;
    }

    public boolean allows(Act act) {
        return act.compareTo(most) <= 0;
    }

    static boolean allows(@Nullable Role role, Act act) {
        return role != null && role.allows(act);
    }
}
