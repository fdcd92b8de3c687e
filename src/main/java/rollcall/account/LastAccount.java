package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import rollcall.web.PublicUrl;

/**
 * Lets a browser say whose session it had last, when that has ended: only they get back what they typed. Forms that other
 * sites send do not carry it.
 */
@Component
class LastAccount {

    static final String COOKIE = "ROLLCALL_LAST";

    private final PublicUrl publicUrl;

    LastAccount(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    ResponseCookie of(Account account) {
        return cookie(mark(account), -1);
    }

    ResponseCookie nobody() {
        return cookie("", 0);
    }

    /** Goes away with the browser's window when the age is negative. */
    private ResponseCookie cookie(String value, long age) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(publicUrl.https())
                .sameSite("Strict")
                .build();
    }

    static boolean isKnown(HttpServletRequest request) {
        return valueOf(request) != null;
    }

    static boolean is(Account account, HttpServletRequest request) {
        return mark(account).equals(valueOf(request));
    }

    private static @Nullable String valueOf(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    private static String mark(Account account) {
        return Secrets.digest("last " + account.actor().key()).substring(0, 32);
    }
}
