package rollcall.mail;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * HTML that people wrote, shown inside a frame of our pages: as a document of no origin, in which nothing runs and
 * nothing is sent anywhere.
 */
final class ForeignHtml {

    static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'self'; sandbox";

    /** With links that lead out of the frame, into a tab of their own. */
    static final String POLICY_WITH_LINKS = POLICY + " allow-popups allow-popups-to-escape-sandbox";

    private static final Pattern HEAD = Pattern.compile("<head(?:\\s[^>]*)?>", Pattern.CASE_INSENSITIVE);

    private ForeignHtml() {}

    static ResponseEntity<String> of(String html) {
        return of(html, POLICY);
    }

    /** A mail that somebody got: its links are there to be followed. */
    static ResponseEntity<String> withLinks(String html) {
        var head = HEAD.matcher(html);
        var aimed = head.find() ? head.replaceFirst("$0<base target=\"_blank\">") : html;
        return of(aimed, POLICY_WITH_LINKS);
    }

    private static ResponseEntity<String> of(String html, String policy) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", policy)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
