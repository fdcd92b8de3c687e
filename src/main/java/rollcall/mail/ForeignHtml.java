package rollcall.mail;

import java.nio.charset.StandardCharsets;
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

    private ForeignHtml() {}

    static ResponseEntity<String> of(String html) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
