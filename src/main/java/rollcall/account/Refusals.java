package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import rollcall.web.Unsent;

/**
 * Answers who may not. A form that is not from this session is told so: when the session has ended, by way of the
 * sign-in; when another one of the same person has begun, by showing the form again; else by the page for 403, to which
 * {@link #STALE_FORM} says what has happened. Who must set a second factor first is sent to do so.
 */
@Component
class Refusals implements AccessDeniedHandler {

    /** A request attribute, true when the form was refused because it came from another session. */
    static final String STALE_FORM = Unsent.STALE_FORM;

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
        if (staleForm && broughtBack(request)) {
            response.sendRedirect(
                    WayBack.ofAddress(request.getHeader("Referer")).orElse(WayBack.HOME));
            return;
        }
        if (lacksSecondFactor(refused)) {
            Htmx.send(request, response, EnrolmentController.ADDRESS);
            return;
        }
        request.setAttribute(STALE_FORM, staleForm);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static boolean broughtBack(HttpServletRequest request) {
        var form = SignedInAccount.now()
                .filter(who -> LastAccount.is(who.account(), request) && !Htmx.asks(request))
                .flatMap(who -> Unsent.of(request));
        form.ifPresent(unsent -> request.getSession().setAttribute(Unsent.ATTRIBUTE, unsent.line()));
        return form.isPresent();
    }

    private static boolean lacksSecondFactor(AccessDeniedException refused) {
        return refused instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof FactorAuthorizationDecision;
    }
}
