package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rollcall.account.RightsChanges.Outcome;
import rollcall.program.Actor;

/** Takes the administrators of other tests aside, so that there are two. */
abstract class RightsChangesTests {

    @Autowired
    RightsChanges changes;

    @Autowired
    Accounts accounts;

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
        var tries = new ArrayList<Callable<Outcome>>();
        tries.add(() -> changes.disable(ada.actor(), grace.id()));
        tries.add(() -> changes.give(grace.actor(), ada.id(), ada.version(), Rights.NONE));
        try (var lanes = Executors.newFixedThreadPool(2)) {
            var outcomes = new ArrayList<Outcome>();
            for (var answer : lanes.invokeAll(tries)) {
                outcomes.add(answer.get());
            }
            assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.LAST_ADMINISTRATOR);
        }
    }

    @Test
    void nobodyChangesTheirOwnRights() {
        assertThat(changes.give(ada.actor(), ada.id(), ada.version(), Rights.NONE))
                .isEqualTo(Outcome.OWN_ACCOUNT);
        assertThat(changes.disable(ada.actor(), ada.id())).isEqualTo(Outcome.OWN_ACCOUNT);
    }
}
