package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/**
 * Knows whose a session is. The session keeps only the account's key, under the name by which Spring Session finds all
 * sessions of somebody; who that is and what they may is read from the database with each request.
 */
@Component
class SessionAccounts implements SecurityContextRepository {

    static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    static final String SINCE = "signedInAt";
    /** Stands in the audit for somebody who has not signed in. */
    static final Actor NOBODY = new Actor("nobody", "");

    static final String BROWSER = "browser";

    /** Stands in a session whose owner has given the second factor. */
    static final String SECOND_FACTOR = "secondFactor";

    private static final String ACTOR = SessionAccounts.class.getName() + ".actor";

    private final Accounts accounts;
    private final RightsOf rights;
    private final SignInLimits limits;
    private final Clock clock;

    SessionAccounts(Accounts accounts, RightsOf rights, SignInLimits limits, Clock clock) {
        this.accounts = accounts;
        this.rights = rights;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Begins a session of that account in place of the one there was, so that an id known before opens nothing. Whoever
     * has a second factor has just given it.
     */
    void begin(HttpServletRequest request, Account account) {
        request.getSession().invalidate();
        var session = request.getSession();
        session.setAttribute(ACCOUNT, account.actor().key());
        session.setAttribute(SINCE, clock.instant().toString());
        session.setAttribute(BROWSER, Browser.of(request));
        if (account.hasSecondFactor()) {
            proveSecondFactor(session);
        }
    }

    void proveSecondFactor(HttpSession session) {
        session.setAttribute(SECOND_FACTOR, "given");
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Loaded(request);
    }

    private SecurityContext load(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || session.getAttribute(ACCOUNT) == null) {
            return new SecurityContextImpl();
        }
        var account = accountOf(session);
        if (account.isEmpty()) {
            session.invalidate();
            return new SecurityContextImpl();
        }
        rights.remember(account.get());
        request.setAttribute(ACTOR, account.get().actor());
        return new SecurityContextImpl(new SignedInAccount(account.get()));
    }

    /** Whoever was found to be behind this request; nobody when nobody asked, or nobody is. */
    static Actor actorOf(HttpServletRequest request) {
        return request.getAttribute(ACTOR) instanceof Actor who ? who : NOBODY;
    }

    private Optional<Account> accountOf(HttpSession session) {
        return session.getAttribute(ACCOUNT) instanceof String key && lasts(session.getAttribute(SINCE))
                ? accounts.find(RightsOf.accountId(key))
                        .filter(Account::enabled)
                        .filter(account -> proved(account, session))
                : Optional.empty();
    }

    /** A session that began with a password alone ends when the account gets a second factor. */
    private static boolean proved(Account account, HttpSession session) {
        return !account.hasSecondFactor() || session.getAttribute(SECOND_FACTOR) != null;
    }

    private boolean lasts(@Nullable Object since) {
        return since instanceof String instant
                && clock.instant().isBefore(Instant.parse(instant).plus(limits.lasts()));
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }

    /** Nothing: {@link #begin} does, and nobody else may. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return load(holder.getRequest());
    }

    /** Read when first asked for, so that a stylesheet costs no query. */
    private final class Loaded implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private @Nullable SecurityContext context;

        Loaded(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = load(request);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
