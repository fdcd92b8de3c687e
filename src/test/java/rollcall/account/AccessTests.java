package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Access.Reach;
import rollcall.program.Actor;
import rollcall.program.NoSuchProgram;
import rollcall.program.NotAllowed;
import rollcall.program.Program;
import rollcall.program.ProgramPlan;
import rollcall.program.Programs;

/**
 * Takes back all that it wrote. Not by Spring's annotation: what that keeps of a test is inherited by every thread that is
 * begun meanwhile, and the first test on such a thread finds a transaction which is not its own.
 */
abstract class AccessTests {

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Access access;

    @Autowired
    Programs programs;

    @Autowired
    Accounts accounts;

    private TransactionStatus open;

    @BeforeEach
    void begin() {
        open = transactions.getTransaction(TransactionDefinition.withDefaults());
    }

    @AfterEach
    void takeBack() {
        transactions.rollback(open);
    }

    Actor with(Rights rights) {
        var email = UUID.randomUUID() + "@example.org";
        return accounts.create(Actor.SYSTEM, new NewAccount(email, "Somebody", rights))
                .actor();
    }

    Program program() {
        var start = Instant.parse("2026-05-01T10:00:00Z");
        var plan = new ProgramPlan(
                "A program", "", start, start.plusSeconds(3600), ZoneId.of("UTC"), null, false, false, false, null);
        return programs.create(Actor.SYSTEM, plan);
    }

    @Test
    void aRoleAllowsWhatTheOnesBeforeItAllow() {
        var here = program().key();
        assertThat(whatMay(Rights.in(here, Role.VIEWER), here)).containsExactly(true, false, false);
        assertThat(whatMay(Rights.in(here, Role.APPROVER), here)).containsExactly(true, true, false);
        assertThat(whatMay(Rights.in(here, Role.MANAGER), here)).containsExactly(true, true, true);
        assertThat(whatMay(Rights.everywhere(Role.APPROVER), here)).containsExactly(true, true, false);
        assertThat(whatMay(Rights.ADMINISTRATOR, here)).containsExactly(true, true, true);
        assertThat(whatMay(Rights.NONE, here)).containsExactly(false, false, false);
    }

    private Boolean[] whatMay(Rights rights, long programId) {
        var who = with(rights);
        return new Boolean[] {
            access.may(who, programId, Act.SEE),
            access.may(who, programId, Act.APPROVE),
            access.may(who, programId, Act.MANAGE)
        };
    }

    @Test
    void aRoleInOneProgramIsNoneInAnother() {
        var here = program().key();
        var there = program().key();
        assertThat(whatMay(Rights.in(there, Role.MANAGER), here)).containsExactly(false, false, false);
    }

    @Test
    void theHigherOfTwoRolesCounts() {
        var here = program().key();
        var there = program().key();
        var rights = new Rights(false, Role.APPROVER, Map.of(here, Role.VIEWER, there, Role.MANAGER));
        assertThat(whatMay(rights, here)).containsExactly(true, true, false);
        assertThat(whatMay(rights, there)).containsExactly(true, true, true);
    }

    @Test
    void theReachNamesProgramsOrAll() {
        var here = program().key();
        assertThat(access.reachOf(with(Rights.NONE))).isEqualTo(new Reach(false, Set.of()));
        assertThat(access.reachOf(with(Rights.in(here, Role.VIEWER)))).isEqualTo(new Reach(false, Set.of(here)));
        assertThat(access.reachOf(with(Rights.everywhere(Role.VIEWER)))).isEqualTo(Reach.EVERYWHERE);
        assertThat(access.reachOf(with(Rights.ADMINISTRATOR))).isEqualTo(Reach.EVERYWHERE);
        assertThat(access.reachOf(Actor.SYSTEM)).isEqualTo(Reach.EVERYWHERE);
    }

    @Test
    void onlyManagersOfAllProgramsAndAdministratorsCreate() {
        var here = program().key();
        assertThat(access.mayCreate(with(Rights.everywhere(Role.MANAGER)))).isTrue();
        assertThat(access.mayCreate(with(Rights.ADMINISTRATOR))).isTrue();
        assertThat(access.mayCreate(with(Rights.in(here, Role.MANAGER)))).isFalse();
        assertThat(access.mayCreate(with(Rights.everywhere(Role.APPROVER)))).isFalse();
    }

    @Test
    void whoMayDoSomethingIsEverybodyWithTheRole() {
        var here = program().key();
        var there = program().key();
        var administrator = with(Rights.ADMINISTRATOR);
        var approver = with(Rights.everywhere(Role.APPROVER));
        var manager = with(Rights.in(here, Role.MANAGER));
        var elsewhere = with(Rights.in(there, Role.MANAGER));
        var viewer = with(Rights.everywhere(Role.VIEWER));
        assertThat(access.whoMay(here, Act.APPROVE))
                .contains(administrator, approver, manager)
                .doesNotContain(elsewhere, viewer);
    }

    @Test
    void aProgramThatOneMayNotSeeIsNotThere() {
        var here = program().key();
        var stranger = with(Rights.NONE);
        var viewer = with(Rights.in(here, Role.VIEWER));
        assertThatThrownBy(() -> programs.require(stranger, here, Act.SEE)).isInstanceOf(NoSuchProgram.class);
        assertThatThrownBy(() -> programs.require(viewer, here, Act.MANAGE)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void whoClonesANamedProgramManagesTheClone() {
        var here = program();
        var manager = with(Rights.in(here.key(), Role.MANAGER));
        var clone = programs.cloneOf(manager, here.key(), ProgramPlan.of(here));
        assertThat(access.may(manager, clone.key(), Act.MANAGE)).isTrue();
        assertThat(access.reachOf(manager)).isEqualTo(new Reach(false, Set.of(here.key(), clone.key())));
    }
}
