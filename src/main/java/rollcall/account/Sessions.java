package rollcall.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import rollcall.program.Actor;

/** The sessions that accounts have open. */
@Service
public class Sessions {

    /**
     * One open session.
     *
     * @param handle names it on a page, without being what opens it
     * @param browser such as "Firefox, Linux"; empty when unknown
     * @param current whether it is the one that asks
     */
    record Open(String handle, String browser, Instant since, Instant lastUsed, boolean current) {}

    private static final int HANDLE = 16;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final AuditTrail audit;

    Sessions(FindByIndexNameSessionRepository<? extends Session> sessions, AuditTrail audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The last used first. */
    List<Open> of(Account account, String currentId) {
        return all(account).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> open(session, currentId))
                .sorted(Comparator.comparing(Open::lastUsed).reversed())
                .toList();
    }

    private Map<String, ? extends Session> all(Account account) {
        return sessions.findByPrincipalName(account.actor().key());
    }

    private static Open open(Session session, String currentId) {
        String browser = session.getAttributeOrDefault(SessionAccounts.BROWSER, "");
        return new Open(
                handle(session.getId()),
                browser,
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(currentId));
    }

    private static String handle(String id) {
        return Secrets.digest(id).substring(0, HANDLE);
    }

    /** Ends the account's session with that handle; nothing happens when there is none. */
    void end(Actor by, Account account, String handle) {
        end(by, account, id -> handle(id).equals(handle));
    }

    /** Ends all of the account's sessions but the one that asks. */
    void endOthers(Actor by, Account account, String currentId) {
        end(by, account, id -> !id.equals(currentId));
    }

    void endAll(Actor by, Account account) {
        end(by, account, id -> true);
    }

    private void end(Actor by, Account account, Predicate<String> which) {
        var ids = all(account).keySet().stream().filter(which).toList();
        ids.forEach(sessions::deleteById);
        if (!ids.isEmpty()) {
            audit.note(by, AuditKind.SESSIONS_ENDED, Map.of("account", account.id(), "sessions", ids.size()));
        }
    }
}
