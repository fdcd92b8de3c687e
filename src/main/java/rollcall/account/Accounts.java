package rollcall.account;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;

/** The door to accounts. */
@Service
public class Accounts {

    private final AccountRows rows;
    private final Grants grants;
    private final AuditTrail audit;
    private final Clock clock;

    Accounts(AccountRows rows, Grants grants, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether nobody can sign in, because nobody was ever let in. */
    public boolean none() {
        return rows.none();
    }

    public Optional<Account> find(long id) {
        return rows.find(id);
    }

    public Optional<Account> byEmail(String email) {
        return rows.byEmail(email);
    }

    /** Everybody, by name. */
    public List<Account> all() {
        return rows.all();
    }

    /** @throws NoSuchAccount when there is none */
    public Account get(long id) {
        return rows.find(id).orElseThrow(NoSuchAccount::new);
    }

    /** The account of somebody who is signed in. */
    Account of(Actor who) {
        return get(RightsOf.accountId(who.key()));
    }

    /**
     * An account without a password yet.
     *
     * @throws EmailInUse when another account has this address
     */
    @Transactional
    public Account create(Actor by, NewAccount account) {
        if (rows.byEmail(account.email()).isPresent()) {
            throw new EmailInUse();
        }
        var id = insert(account);
        grants.replace(id, account.rights());
        audit.note(by, AuditKind.ACCOUNT_CREATED, Map.of("account", id));
        return get(id);
    }

    /** What somebody wants for themself. */
    @Transactional
    public void settle(long id, Settings settings) {
        rows.storeSettings(id, settings);
    }

    /**
     * Gives an account another address to sign in with.
     *
     * @throws EmailInUse when another account has this address
     */
    @Transactional
    public void changeEmail(Actor by, Account account, String email) {
        if (rows.byEmail(email).filter(other -> other.id() != account.id()).isPresent()) {
            throw new EmailInUse();
        }
        try {
            rows.storeEmail(account.id(), email);
        } catch (DuplicateKeyException taken) {
            throw new EmailInUse();
        }
        audit.note(by, AuditKind.EMAIL_CHANGED, Map.of("account", account.id()));
    }

    private long insert(NewAccount account) {
        try {
            return rows.insert(account, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw new EmailInUse();
        }
    }
}
