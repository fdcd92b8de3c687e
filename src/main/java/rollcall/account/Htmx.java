package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What can be known of a request that htmx made, and answered to it, before any controller sees it. */
final class Htmx {

    private Htmx() {}

    static boolean asks(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** A page goes there itself; htmx, which would put the other page into the middle of this one, is told to go. */
    static void send(HttpServletRequest request, HttpServletResponse response, String address) throws IOException {
        if (asks(request)) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(address);
        }
    }
}
