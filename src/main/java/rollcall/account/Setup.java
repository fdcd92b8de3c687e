package rollcall.account;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/** What happens at the end of a one-time link: an account gets its password. */
@Service
class Setup {

    private final SetupLinks links;
    private final Accounts accounts;
    private final PasswordChanges passwords;
    private final Sessions sessions;

    Setup(SetupLinks links, Accounts accounts, PasswordChanges passwords, Sessions sessions) {
        this.links = links;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /** Who the link is for, and whether it is good at all. */
    sealed interface For {
        record FirstAdministrator() implements For {}

        record Owner(Account account) implements For {}

        record Nobody() implements For {}
    }

    For who(String secret) {
        var purpose = links.purposeOf(secret);
        if (purpose.isEmpty()) {
            return new For.Nobody();
        }
        var id = purpose.get().accountId();
        if (id == null) {
            return accounts.none() ? new For.FirstAdministrator() : new For.Nobody();
        }
        return accounts.find(id)
                .filter(Account::enabled)
                .<For>map(For.Owner::new)
                .orElseGet(For.Nobody::new);
    }

    /**
     * Makes the first administrator, with a password that has no problem.
     *
     * @return nothing when somebody else used the link meanwhile
     */
    @Transactional
    public Optional<Account> makeFirstAdministrator(String secret, NewAccount first, String password) {
        if (!links.use(secret)) {
            return Optional.empty();
        }
        var account = accounts.create(Actor.SYSTEM, first);
        passwords.set(account.actor(), account, password);
        return Optional.of(account);
    }

    /** As {@link #makeFirstAdministrator}; whoever was signed in to the account before is signed out. */
    @Transactional
    public Optional<Account> setPassword(String secret, Account account, String password) {
        if (!links.use(secret)) {
            return Optional.empty();
        }
        passwords.set(account.actor(), account, password);
        sessions.endAll(account.actor(), account);
        return accounts.find(account.id());
    }
}
