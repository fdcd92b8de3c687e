package rollcall.account;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import rollcall.program.Actor;

/**
 * The rights of an actor as the database has them now: a right that was taken away is gone with the next request. Within
 * one web request they are read once; outside of one, each time.
 */
@Component
class RightsOf {

    private static final String ATTRIBUTE = RightsOf.class.getName();
    private static final String ACCOUNT = "account:";

    private final AccountRows accounts;

    RightsOf(AccountRows accounts) {
        this.accounts = accounts;
    }

    /** None for an account that is disabled or gone, and for whoever has no account: a provider is not asked for its rights. */
    Rights of(Actor who) {
        if (who.equals(Actor.SYSTEM)) {
            return Rights.ADMINISTRATOR;
        }
        return readInThisRequest().computeIfAbsent(who.key(), this::read);
    }

    /** Lets the rights of this account, which were just read, serve for the rest of the request. */
    void remember(Account account) {
        readInThisRequest().put(account.actor().key(), account.rights());
    }

    /** Makes the rest of the request read again what was just changed. */
    void forget() {
        readInThisRequest().clear();
    }

    private Rights read(String key) {
        if (!key.startsWith(ACCOUNT)) {
            return Rights.NONE;
        }
        return accounts.find(accountId(key))
                .filter(Account::enabled)
                .map(Account::rights)
                .orElse(Rights.NONE);
    }

    static long accountId(String actorKey) {
        if (!actorKey.startsWith(ACCOUNT)) {
            throw new IllegalArgumentException("Not an account: " + actorKey);
        }
        return Long.parseLong(actorKey.substring(ACCOUNT.length()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Rights> readInThisRequest() {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return new HashMap<>();
        }
        var read = (Map<String, Rights>) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (read == null) {
            read = new HashMap<>();
            request.setAttribute(ATTRIBUTE, read, RequestAttributes.SCOPE_REQUEST);
        }
        return read;
    }
}
