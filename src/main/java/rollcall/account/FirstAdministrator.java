package rollcall.account;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.program.Actor;

/** Makes the administrator that the configuration names, in a database without accounts. Later it changes nothing. */
@Component
@EnableConfigurationProperties(FirstAdministrator.Named.class)
class FirstAdministrator implements SmartInitializingSingleton {

    /** Who is to be the first administrator; both or neither. */
    @ConfigurationProperties("rollcall.admin")
    record Named(@Nullable String email, @Nullable String password) {

        boolean nobody() {
            return empty(email) && empty(password);
        }

        private static boolean empty(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }

    private final Named named;
    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final TransactionTemplate transaction;

    FirstAdministrator(Named named, Accounts accounts, PasswordChanges passwords, TransactionTemplate transaction) {
        this.named = named;
        this.accounts = accounts;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /** Before anything is served, so that a refusal stops the start. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!named.nobody() && accounts.none()) {
            transaction.executeWithoutResult(status -> create());
        }
    }

    private void create() {
        var email = named.email() == null ? "" : named.email().strip();
        var password = named.password() == null ? "" : named.password();
        if (!EmailShape.fits(email)) {
            throw new RefusedAdministrator("ROLLCALL_ADMIN_EMAIL must be an e-mail address.");
        }
        var account = accounts.create(Actor.SYSTEM, new NewAccount(email, nameIn(email), Rights.ADMINISTRATOR));
        passwords.problem(account, password).ifPresent(problem -> {
            throw new RefusedAdministrator(SENTENCES.getOrDefault(problem, problem));
        });
        passwords.set(Actor.SYSTEM, account, password);
    }

    private static String nameIn(String email) {
        var local = email.substring(0, email.indexOf('@'));
        return local.isEmpty() ? email : local;
    }

    private static final Map<String, String> SENTENCES = Map.of(
            "account.password.too-short",
            "ROLLCALL_ADMIN_PASSWORD must have at least %d characters.".formatted(PasswordRules.SHORTEST),
            "account.password.too-long",
            "ROLLCALL_ADMIN_PASSWORD must not have more than %d characters.".formatted(PasswordRules.LONGEST),
            "account.password.too-common",
            "ROLLCALL_ADMIN_PASSWORD is too easy to guess: take three or four unrelated words.");
}
