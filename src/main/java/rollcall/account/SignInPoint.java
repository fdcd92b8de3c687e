package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import rollcall.account.SignInController.SignInForm;
import rollcall.web.Unsent;

/** Sends somebody who is not signed in, or no longer, to sign in and then back to where they were. */
@Component
class SignInPoint implements AuthenticationEntryPoint {

    private final ObjectProvider<ThymeleafViewResolver> views;
    private final LocaleResolver languages;

    SignInPoint(ObjectProvider<ThymeleafViewResolver> views, LocaleResolver languages) {
        this.views = views;
        this.languages = languages;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        send(request, response);
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Htmx.asks(request) && unsent(request).isPresent()) {
            show(unsent(request).get(), request, response);
        } else {
            var next =
                    Htmx.asks(request) ? WayBack.ofAddress(request.getHeader("HX-Current-URL")) : whereItWas(request);
            Htmx.send(request, response, WayBack.through(SignInController.ADDRESS, next));
        }
    }

    private static Optional<Unsent> unsent(HttpServletRequest request) {
        return LastAccount.isKnown(request)
                ? WayBack.of(request.getRequestURI()).flatMap(path -> Unsent.of(request))
                : Optional.empty();
    }

    /** The sign-in page as the answer itself: a redirect would lose what was typed. */
    private void show(Unsent unsent, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        var form = new SignInForm("", "", whereItWas(request).orElse(null), unsent.line());
        try {
            var view = views.getObject().resolveViewName(SignInController.PAGE, languages.resolveLocale(request));
            Objects.requireNonNull(view).render(Map.of("form", form), request, response);
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }

    private static Optional<String> whereItWas(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return WayBack.ofAddress(request.getHeader("Referer"));
        }
        var query = request.getQueryString();
        return WayBack.of(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
    }
}
