package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import rollcall.account.SignIn.Answer;
import rollcall.web.PublicUrl;

/** Lets somebody in whose password was right: a new session, a device known from now on, their language. */
@Component
class Welcome {

    static final String DEVICE = "ROLLCALL_DEVICE";

    private final SessionAccounts sessions;
    private final LocaleResolver languages;
    private final PublicUrl publicUrl;

    Welcome(SessionAccounts sessions, LocaleResolver languages, PublicUrl publicUrl) {
        this.sessions = sessions;
        this.languages = languages;
        this.publicUrl = publicUrl;
    }

    void in(Answer.Right right, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(request, right.account());
        response.addHeader(HttpHeaders.SET_COOKIE, device(right.device()).toString());
        speak(right.account().language(), request, response);
    }

    /** Makes this browser show the pages in that language, also after signing out; an empty one changes nothing. */
    void speak(String language, HttpServletRequest request, HttpServletResponse response) {
        if (!language.isEmpty()) {
            languages.setLocale(request, response, Locale.of(language));
        }
    }

    /** Sent back to the sign-in page only. */
    private ResponseCookie device(String secret) {
        return ResponseCookie.from(DEVICE, secret)
                .path("/login")
                .maxAge(KnownDevices.KEPT)
                .httpOnly(true)
                .secure(publicUrl.https())
                .sameSite("Lax")
                .build();
    }
}
