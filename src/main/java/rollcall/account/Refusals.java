package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Answers who may not. A form that is not from this session is told so: when the session has ended, by way of the
 * sign-in; else by the page for 403, to which {@link #STALE_FORM} says what has happened.
 */
@Component
class Refusals implements AccessDeniedHandler {

    /** A request attribute, true when the form was refused because it came from another session. */
    static final String STALE_FORM = "rollcall.staleForm";

    private final SessionAccounts sessions;
    private final SignInPoint signIn;

    Refusals(SessionAccounts sessions, SignInPoint signIn) {
        this.sessions = sessions;
        this.signIn = signIn;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        var staleForm = refused instanceof CsrfException;
        if (staleForm && !sessions.containsContext(request)) {
            signIn.send(request, response);
            return;
        }
        request.setAttribute(STALE_FORM, staleForm);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
