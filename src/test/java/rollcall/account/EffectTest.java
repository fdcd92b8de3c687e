package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rollcall.account.Effect.Scope;
import rollcall.program.Access.Act;

class EffectTest {

    private static final Set<Long> PROGRAMS = Set.of(1L, 2L, 3L, 4L);

    @Test
    void countsTheProgramsOfEachAct() {
        var rights = new Rights(false, null, Map.of(1L, Role.VIEWER, 2L, Role.APPROVER, 3L, Role.MANAGER));

        assertThat(Effect.of(rights, PROGRAMS))
                .isEqualTo(new Effect(
                        false,
                        4,
                        List.of(
                                new Scope(Act.SEE, false, 3),
                                new Scope(Act.APPROVE, false, 2),
                                new Scope(Act.MANAGE, false, 1)),
                        false));
    }

    @Test
    void aRoleInAllProgramsReachesThoseToCome() {
        var rights = new Rights(false, Role.APPROVER, Map.of(1L, Role.MANAGER));

        assertThat(Effect.of(rights, PROGRAMS).scopes())
                .containsExactly(
                        new Scope(Act.SEE, true, 4), new Scope(Act.APPROVE, true, 4), new Scope(Act.MANAGE, false, 1));
        assertThat(Effect.of(rights, PROGRAMS).creates()).isFalse();
        assertThat(Effect.of(Rights.everywhere(Role.MANAGER), Set.of()))
                .isEqualTo(new Effect(
                        false,
                        0,
                        List.of(
                                new Scope(Act.SEE, true, 0),
                                new Scope(Act.APPROVE, true, 0),
                                new Scope(Act.MANAGE, true, 0)),
                        true));
    }

    @Test
    void noRoleReachesNothing() {
        assertThat(Effect.of(Rights.NONE, PROGRAMS)).isEqualTo(new Effect(false, 4, List.of(), false));
    }
}
