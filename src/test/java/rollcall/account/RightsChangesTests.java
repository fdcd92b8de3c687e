package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.account.RightsChanges.Outcome;
import rollcall.program.Actor;

/** Takes the administrators of other tests aside, so that there are two. */
abstract class RightsChangesTests {

    @Autowired
    RightsChanges changes;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountRows rows;

    @Autowired
    Grants grants;

    @Autowired
    RightsOf rightsOf;

    @Autowired
    Sessions sessions;

    @Autowired
    SetupLinks links;

    @Autowired
    AuditTrail audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    List<Long> aside;
    Account ada;
    Account grace;

    @BeforeEach
    void leaveTwo() {
        aside = jdbc.sql("select id from account where administrator")
                .query(Long.class)
                .list();
        jdbc.sql("update account set administrator = false").update();
        ada = administrator();
        grace = administrator();
    }

    @AfterEach
    void bringBack() {
        jdbc.sql("update account set administrator = false").update();
        aside.forEach(id -> jdbc.sql("update account set administrator = true where id = ?")
                .param(id)
                .update());
    }

    Account administrator() {
        var email = UUID.randomUUID() + "@example.org";
        return accounts.create(Actor.SYSTEM, new NewAccount(email, "Somebody", Rights.ADMINISTRATOR));
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(changes.disable(ada.actor(), grace.id())).isEqualTo(Outcome.DONE);
        assertThat(changes.disable(Actor.SYSTEM, ada.id())).isEqualTo(Outcome.LAST_ADMINISTRATOR);
        assertThat(changes.give(Actor.SYSTEM, ada.id(), ada.version(), Rights.NONE))
                .isEqualTo(Outcome.LAST_ADMINISTRATOR);
        assertThat(accounts.get(ada.id()).rights()).isEqualTo(Rights.ADMINISTRATOR);
    }

    @Test
    void twoAdministratorsCannotRemoveEachOtherAtOnce() throws Exception {
        var outcomes = together(
                () -> changes.disable(ada.actor(), grace.id()),
                () -> changes.give(grace.actor(), ada.id(), ada.version(), Rights.NONE));
        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.LAST_ADMINISTRATOR);
    }

    private static List<Outcome> together(Callable<Outcome> one, Callable<Outcome> other) throws Exception {
        try (var lanes = Executors.newFixedThreadPool(2)) {
            var outcomes = new ArrayList<Outcome>();
            for (var answer : lanes.invokeAll(List.of(one, other))) {
                outcomes.add(answer.get());
            }
            return outcomes;
        }
    }

    /** So that the test above is known to see the race. */
    @Test
    void withoutTheLockTheyCould() throws Exception {
        var bothHaveLooked = new CyclicBarrier(2);
        AdministratorLock noLock = () -> {
            var administrators = jdbc.sql("select id from account where administrator and disabled_at is null")
                    .query(Long.class)
                    .list();
            await(bothHaveLooked);
            return administrators;
        };
        var unlocked =
                new RightsChanges(rows, noLock, accounts, grants, rightsOf, sessions, links, audit, events, clock);
        var outcomes = together(
                () -> transaction.execute(status -> unlocked.disable(ada.actor(), grace.id())),
                () -> transaction.execute(
                        status -> unlocked.give(grace.actor(), ada.id(), ada.version(), Rights.NONE)));
        assertThat(outcomes).containsExactly(Outcome.DONE, Outcome.DONE);
        assertThat(rows.lockAdministrators()).isEmpty();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception nobodyElse) {
            throw new IllegalStateException(nobodyElse);
        }
    }

    @Test
    void nobodyChangesTheirOwnRights() {
        assertThat(changes.give(ada.actor(), ada.id(), ada.version(), Rights.NONE))
                .isEqualTo(Outcome.OWN_ACCOUNT);
        assertThat(changes.disable(ada.actor(), ada.id())).isEqualTo(Outcome.OWN_ACCOUNT);
    }
}
