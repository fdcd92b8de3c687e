package rollcall.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The language of a page that is written to somebody who has no account, such as whoever follows a link in a mail. */
public final class PageLocale {

    private static final String ATTRIBUTE = PageLocale.class.getName();

    /** The languages that Rollcall speaks; the first where nothing else is asked for. */
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.of("sv"));

    private PageLocale() {}

    /** @param language its tag, such as {@code sv} or {@code sv-SE}; one that is not spoken here changes nothing */
    public static void set(HttpServletRequest request, String language) {
        request.setAttribute(ATTRIBUTE, spoken(language));
    }

    private static String spoken(String tag) {
        return Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
    }

    public static Optional<String> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String language ? Optional.of(language) : Optional.empty();
    }
}
