package rollcall.registration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/** Which sites may show a page of ours in a frame. Nothing else of what a page may do is loosened for that. */
final class FramePolicy {

    private static final String HEADER = "Content-Security-Policy";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none';"
                    + " frame-ancestors ";

    private FramePolicy() {}

    static void set(HttpServletResponse response, List<String> origins) {
        response.setHeader(HEADER, POLICY + (origins.isEmpty() ? "'none'" : "'self' " + String.join(" ", origins)));
    }
}
