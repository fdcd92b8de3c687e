package rollcall.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;
import rollcall.web.PageLocale;
import rollcall.web.PublicUrl;

/**
 * The language of a page: as the page says, if it is written to somebody; as the account says; before the sign-in as the
 * last account in this browser said; else as the browser asks for.
 */
@Component("localeResolver")
class PageLanguage implements LocaleResolver {

    /** Every language there is a message bundle for; the first one for everybody else. */
    private static final String COOKIE = "language";

    private static final int YEAR = 365 * 24 * 60 * 60; // seconds

    private final AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();

    private final PublicUrl publicUrl;

    PageLanguage(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
        browser.setSupportedLocales(PageLocale.SPOKEN);
        browser.setDefaultLocale(PageLocale.SPOKEN.getFirst());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return PageLocale.of(request)
                .flatMap(language -> spoken(language))
                .or(() -> SignedInAccount.now()
                        .flatMap(who -> spoken(who.account().language())))
                .or(() -> ofCookie(request))
                .orElseGet(() -> browser.resolveLocale(request));
    }

    private static Optional<Locale> ofCookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).flatMap(cookie -> spoken(cookie.getValue()));
    }

    static Optional<Locale> spoken(String language) {
        return PageLocale.SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    /** Remembers the language in this browser, for the time before the next sign-in; one that is not spoken forgets it. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null) {
            response.addCookie(cookie(locale == null ? Optional.empty() : spoken(locale.getLanguage())));
        }
    }

    private Cookie cookie(Optional<Locale> locale) {
        var cookie = new Cookie(COOKIE, locale.map(Locale::getLanguage).orElse(""));
        cookie.setPath("/");
        cookie.setMaxAge(locale.isPresent() ? YEAR : 0);
        cookie.setHttpOnly(true);
        cookie.setSecure(publicUrl.https());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
