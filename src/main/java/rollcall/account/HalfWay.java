package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.web.Unsent;

/**
 * Remembers in the session who gave the right password and still owes the code. Until the code is given nobody is signed
 * in, and everything asks for a sign-in.
 */
@Component
class HalfWay {

    static final Duration LASTS = Duration.ofMinutes(10);

    private static final String ACCOUNT = "halfWayAccount";
    private static final String SINCE = "halfWaySince";
    /** Of the hash, so that a password that was changed meanwhile leads no further. */
    private static final String PASSWORD = "halfWayPassword";

    private static final String UNSENT = "halfWayUnsent";

    private final Accounts accounts;
    private final Clock clock;

    HalfWay(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Begins a session in place of the one there was.
     *
     * @param unsent waits until somebody is signed in
     */
    void begin(HttpServletRequest request, Account account, Optional<Unsent> unsent) {
        request.getSession().invalidate();
        var session = request.getSession();
        session.setAttribute(ACCOUNT, account.actor().key());
        session.setAttribute(SINCE, clock.instant().toString());
        session.setAttribute(PASSWORD, digest(account));
        unsent.ifPresent(form -> session.setAttribute(UNSENT, form.line()));
    }

    Optional<Unsent> unsent(HttpServletRequest request) {
        return request.getSession().getAttribute(UNSENT) instanceof String line ? Unsent.read(line) : Optional.empty();
    }

    /** Empty when nobody is, or it took too long. */
    Optional<Account> account(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String key) || !lasts(session)) {
            return Optional.empty();
        }
        return accounts.find(RightsOf.accountId(key))
                .filter(Account::enabled)
                .filter(account -> digest(account).equals(session.getAttribute(PASSWORD)));
    }

    private boolean lasts(HttpSession session) {
        return session.getAttribute(SINCE) instanceof String since
                && clock.instant().isBefore(Instant.parse(since).plus(LASTS));
    }

    private static String digest(Account account) {
        return Secrets.digest(orEmpty(account.passwordHash()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
