package rollcall.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The language of a page that is written to somebody who has no account, such as whoever follows a link in a mail. */
public final class PageLocale {

    private static final String ATTRIBUTE = PageLocale.class.getName();

    private PageLocale() {}

    /** @param language its tag, such as {@code sv}; one that is not spoken here changes nothing */
    public static void set(HttpServletRequest request, String language) {
        request.setAttribute(ATTRIBUTE, language);
    }

    public static Optional<String> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String language ? Optional.of(language) : Optional.empty();
    }
}
