package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.util.WebUtils;
import rollcall.web.Back;
import rollcall.web.PublicUrl;
import rollcall.web.Unsent;

/** Lets somebody in whose password was right: a new session, a device known from now on, their language. */
@Component
class Welcome {

    static final String DEVICE = "ROLLCALL_DEVICE";

    private final SessionAccounts sessions;
    private final HalfWay halfWay;
    private final KnownDevices devices;
    private final LocaleResolver languages;
    private final LastAccount lastAccount;
    private final PublicUrl publicUrl;

    Welcome(
            SessionAccounts sessions,
            HalfWay halfWay,
            KnownDevices devices,
            LocaleResolver languages,
            LastAccount lastAccount,
            PublicUrl publicUrl) {
        this.sessions = sessions;
        this.halfWay = halfWay;
        this.devices = devices;
        this.languages = languages;
        this.lastAccount = lastAccount;
        this.publicUrl = publicUrl;
    }

    /**
     * Lets somebody in, or asks for the code when the account has a second factor.
     *
     * @param next where they want to go
     * @param unsent the form that the sign-in stood in the way of
     */
    View knowsPassword(
            Account account,
            Optional<String> next,
            Optional<Unsent> unsent,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (account.hasSecondFactor()) {
            halfWay.begin(request, account, unsent);
            return Back.to(WayBack.through(CodeController.ADDRESS, next));
        }
        in(account, unsent, request, response);
        return Back.to(next.orElse(WayBack.HOME));
    }

    /** For whoever has shown all that the account asks for. */
    void in(Account account, Optional<Unsent> unsent, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(request, account);
        unsent.ifPresent(form -> request.getSession().setAttribute(Unsent.ATTRIBUTE, form.line()));
        var device = devices.remember(account.id(), deviceOf(request));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(device).toString());
        response.addHeader(HttpHeaders.SET_COOKIE, lastAccount.of(account).toString());
        speak(account.language(), request, response);
    }

    /** The secret of a browser that has signed in before, on a request to the sign-in page. */
    static @Nullable String deviceOf(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, DEVICE);
        return cookie == null ? null : cookie.getValue();
    }

    /** Makes this browser show the pages in that language, also after signing out; an empty one changes nothing. */
    void speak(String language, HttpServletRequest request, HttpServletResponse response) {
        if (!language.isEmpty()) {
            languages.setLocale(request, response, Locale.of(language));
        }
    }

    /** Sent back to the sign-in pages only. */
    private ResponseCookie cookie(String secret) {
        return ResponseCookie.from(DEVICE, secret)
                .path("/login")
                .maxAge(KnownDevices.KEPT)
                .httpOnly(true)
                .secure(publicUrl.https())
                .sameSite("Lax")
                .build();
    }
}
