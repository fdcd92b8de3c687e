package rollcall.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Actor;
import rollcall.program.ColleagueLeft;

/**
 * The door to what accounts may do. What is changed here holds from the next request on, also in sessions that are open.
 * Nobody changes their own rights, and one administrator always stays.
 */
@Service
public class RightsChanges {

    /** What asking for a change comes to. */
    public enum Outcome {
        DONE,
        OWN_ACCOUNT,
        LAST_ADMINISTRATOR,
        CHANGED_MEANWHILE
    }

    private final AccountRows rows;
    private final AdministratorLock lock;
    private final Accounts accounts;
    private final Grants grants;
    private final RightsOf rightsOf;
    private final Sessions sessions;
    private final SetupLinks links;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RightsChanges(
            AccountRows rows,
            AdministratorLock lock,
            Accounts accounts,
            Grants grants,
            RightsOf rightsOf,
            Sessions sessions,
            SetupLinks links,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.lock = lock;
        this.accounts = accounts;
        this.grants = grants;
        this.rightsOf = rightsOf;
        this.sessions = sessions;
        this.links = links;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Gives an account exactly these rights.
     *
     * @param version of the account as the asker saw it
     */
    @Transactional
    public Outcome give(Actor by, long id, int version, Rights rights) {
        var account = accounts.get(id);
        if (own(by, account)) {
            return Outcome.OWN_ACCOUNT;
        }
        if (!rights.administrator() && lastAdministrator(account)) {
            return Outcome.LAST_ADMINISTRATOR;
        }
        if (!rows.countChange(id, version)) {
            return Outcome.CHANGED_MEANWHILE;
        }
        grants.replace(id, rights);
        rightsOf.forget();
        audit.note(by, AuditKind.RIGHTS_CHANGED, Map.of("account", id, "rights", inWords(rights)));
        return Outcome.DONE;
    }

    /** Ends all sessions of an account and lets it begin no other; a link that was made for it is void. */
    @Transactional
    public Outcome disable(Actor by, long id) {
        var account = accounts.get(id);
        if (own(by, account)) {
            return Outcome.OWN_ACCOUNT;
        }
        if (lastAdministrator(account)) {
            return Outcome.LAST_ADMINISTRATOR;
        }
        store(by, account, clock.instant(), AuditKind.ACCOUNT_DISABLED);
        sessions.endAll(by, account);
        links.withdraw(account);
        events.publishEvent(new ColleagueLeft(account.actor().key()));
        return Outcome.DONE;
    }

    @Transactional
    public Outcome enable(Actor by, long id) {
        store(by, accounts.get(id), null, AuditKind.ACCOUNT_ENABLED);
        return Outcome.DONE;
    }

    private void store(Actor by, Account account, @Nullable Instant disabledAt, AuditKind kind) {
        rows.countChange(account.id(), account.version());
        rows.storeDisabled(account.id(), disabledAt);
        rightsOf.forget();
        audit.note(by, kind, Map.of("account", account.id()));
    }

    private static boolean own(Actor by, Account account) {
        return by.key().equals(account.actor().key());
    }

    private boolean lastAdministrator(Account account) {
        return lock.lockAdministrators().equals(List.of(account.id()));
    }

    private static Map<String, Object> inWords(Rights rights) {
        return Map.of(
                "administrator",
                rights.administrator(),
                "everywhere",
                rights.everywhere() == null ? "" : rights.everywhere().name(),
                "programs",
                rights.named());
    }
}
