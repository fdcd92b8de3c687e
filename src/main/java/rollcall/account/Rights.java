package rollcall.account;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rollcall.program.Access.Act;
import rollcall.program.Access.Reach;

/**
 * What an account may do. The higher of the two roles counts.
 *
 * @param administrator may everything, in all programs and beside them
 * @param everywhere the role in all programs; null for none
 * @param named the roles in single programs, by the program's id
 */
public record Rights(boolean administrator, @Nullable Role everywhere, Map<Long, Role> named) {

    public static final Rights NONE = new Rights(false, null, Map.of());
    public static final Rights ADMINISTRATOR = new Rights(true, null, Map.of());

    public Rights {
        named = Map.copyOf(named);
    }

    public static Rights everywhere(Role role) {
        return new Rights(false, role, Map.of());
    }

    public static Rights in(long programId, Role role) {
        return new Rights(false, null, Map.of(programId, role));
    }

    public boolean may(long programId, Act act) {
        return administrator || Role.allows(everywhere, act) || Role.allows(named.get(programId), act);
    }

    public boolean mayEverywhere(Act act) {
        return administrator || Role.allows(everywhere, act);
    }

    public Reach reach() {
        return administrator || everywhere != null ? Reach.EVERYWHERE : new Reach(false, named.keySet());
    }

    /** The programs in which that is allowed. */
    Reach reach(Act act) {
        return mayEverywhere(act)
                ? Reach.EVERYWHERE
                : new Reach(
                        false,
                        named.keySet().stream().filter(id -> may(id, act)).collect(Collectors.toSet()));
    }

    /** Whether somebody manages anything at all. */
    boolean manages() {
        return administrator || roles().anyMatch(role -> Role.allows(role, Act.MANAGE));
    }

    /** Every role that somebody has, in whatever program. */
    Stream<Role> roles() {
        return Stream.concat(Stream.ofNullable(everywhere), named.values().stream());
    }

    /** Whether somebody may make programs out of nothing. */
    public boolean mayCreate() {
        return mayEverywhere(Act.MANAGE);
    }
}
