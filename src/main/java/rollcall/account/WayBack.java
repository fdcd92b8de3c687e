package rollcall.account;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import rollcall.web.Back;

/** Where somebody is sent after signing in: a page of this house, and none that leads back to the sign-in. */
final class WayBack {

    static final String HOME = "/programs";

    private static final int LONGEST = 2000;
    private static final Pattern NOT_BACK_TO = Pattern.compile("/|/(?:login|logout|setup|error)(?:[/?;#].*)?");

    private WayBack() {}

    /** The same path when one can go back to it. */
    static Optional<String> of(@Nullable String path) {
        return Optional.ofNullable(path)
                .filter(text -> text.length() <= LONGEST && Back.safe(text).equals(text))
                .filter(text -> !NOT_BACK_TO.matcher(text).matches());
    }

    /** The address of a page that leads on to another, when there is one to lead on to. */
    static String through(String page, Optional<String> next) {
        return next.map(path -> page + "?next=" + UriUtils.encode(path, StandardCharsets.UTF_8))
                .orElse(page);
    }

    /** The path of an address that the browser says it is at, whatever host that names. */
    static Optional<String> ofAddress(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            var uri = URI.create(address);
            var query = uri.getRawQuery();
            return of(query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
