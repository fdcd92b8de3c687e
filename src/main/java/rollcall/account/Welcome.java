package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;
import rollcall.web.PublicUrl;

/** Lets somebody in whose password was right: a new session, a device known from now on, their language. */
@Component
class Welcome {

    static final String DEVICE = "ROLLCALL_DEVICE";

    private final SessionAccounts sessions;
    private final KnownDevices devices;
    private final LocaleResolver languages;
    private final LastAccount lastAccount;
    private final PublicUrl publicUrl;

    Welcome(
            SessionAccounts sessions,
            KnownDevices devices,
            LocaleResolver languages,
            LastAccount lastAccount,
            PublicUrl publicUrl) {
        this.sessions = sessions;
        this.devices = devices;
        this.languages = languages;
        this.lastAccount = lastAccount;
        this.publicUrl = publicUrl;
    }

    void in(Account account, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(request, account);
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

    /** Sent back to the sign-in page only. */
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
