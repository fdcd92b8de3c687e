package rollcall.account;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/** The door to passwords: checks new ones and stores them. */
@Service
public class PasswordChanges {

    private final PasswordRules rules;
    private final Passwords passwords;
    private final AccountRows accounts;
    private final SignInThrottle throttle;
    private final AuditTrail audit;

    PasswordChanges(
            PasswordRules rules, Passwords passwords, AccountRows accounts, SignInThrottle throttle, AuditTrail audit) {
        this.rules = rules;
        this.passwords = passwords;
        this.accounts = accounts;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** The key of the message that says why this account cannot have that password; empty when it can. */
    public Optional<String> problem(Account account, String password) {
        return rules.problem(password, account.email(), account.name());
    }

    /** The same for an account that is about to be made. */
    Optional<String> problem(NewAccount account, String password) {
        return rules.problem(password, account.email(), account.name());
    }

    /**
     * Whether somebody who is signed in knows the password. Wrong ones make this slower, as they do at the sign-in.
     */
    boolean knows(Account account, String password) {
        var subject = Subject.signedIn(account.id());
        var inTime = throttle.admits(subject);
        var matches = passwords.matches(password, account.passwordHash());
        if (inTime && matches) {
            throttle.forgive(subject);
        }
        return inTime && matches;
    }

    /** Stores a password that has no {@link #problem}. */
    @Transactional
    public void set(Actor by, Account account, String password) {
        accounts.storePassword(account.id(), passwords.hash(password));
        audit.note(by, AuditKind.PASSWORD_CHANGED, Map.of("account", account.id()));
    }
}
