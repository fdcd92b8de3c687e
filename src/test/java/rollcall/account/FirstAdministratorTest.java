package rollcall.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The administrator that ROLLCALL_ADMIN_EMAIL and ROLLCALL_ADMIN_PASSWORD name. */
@SetByTheOperator
class FirstAdministratorTest {

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordChanges passwords;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void isThereFromTheStartAndMadeOnce() {
        var boss = accounts.byEmail("boss@example.org").orElseThrow();
        assertThat(boss.rights()).isEqualTo(Rights.ADMINISTRATOR);
        assertThat(passwords.knows(boss, "purple kettle orbit")).isTrue();
        assertThat(jdbc.sql("select count(*) from setup_link").query(Long.class).single())
                .isZero();
        start("other@example.org", "purple kettle orbit");
        assertThat(accounts.byEmail("other@example.org")).isEmpty();
    }

    @Test
    void isRefusedWithASentence() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("delete from account").update();
            refuses("boss@example.org", "short", "ROLLCALL_ADMIN_PASSWORD must have at least 12 characters.");
            refuses(
                    "boss@example.org",
                    "password1234",
                    "ROLLCALL_ADMIN_PASSWORD is too easy to guess: take three or four unrelated words.");
            refuses("boss@example.org", null, "ROLLCALL_ADMIN_PASSWORD must have at least 12 characters.");
            refuses(null, "purple kettle orbit", "ROLLCALL_ADMIN_EMAIL must be an e-mail address.");
            status.setRollbackOnly();
        });
        assertThat(accounts.byEmail("boss@example.org")).isPresent();
    }

    private void refuses(String email, String password, String sentence) {
        assertThatThrownBy(() -> start(email, password))
                .isInstanceOf(RefusedAdministrator.class)
                .hasMessage(sentence);
        jdbc.sql("delete from account").update();
    }

    private void start(String email, String password) {
        new FirstAdministrator(new FirstAdministrator.Named(email, password), accounts, passwords, transaction)
                .afterSingletonsInstantiated();
    }
}
