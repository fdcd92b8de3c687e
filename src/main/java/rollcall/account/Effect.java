package rollcall.account;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import rollcall.program.Access.Act;

/**
 * What rights come to, in numbers of programs.
 *
 * @param programs how many there are
 * @param scopes each act that is allowed somewhere, and where
 */
record Effect(boolean administrator, int programs, List<Scope> scopes, boolean creates) {

    /**
     * Where an act is allowed.
     *
     * @param all whether in every program, also in those to come
     * @param programs in how many of those there are
     */
    record Scope(Act act, boolean all, int programs) {}

    static Effect of(Rights rights, Set<Long> programs) {
        var scopes = Arrays.stream(Act.values())
                .map(act -> scope(rights, act, programs))
                .filter(scope -> scope.all() || scope.programs() > 0)
                .toList();
        return new Effect(rights.administrator(), programs.size(), scopes, rights.mayCreate());
    }

    private static Scope scope(Rights rights, Act act, Set<Long> programs) {
        var allowed = programs.stream().filter(id -> rights.may(id, act)).count();
        return new Scope(act, Role.allows(rights.everywhere(), act), (int) allowed);
    }
}
