package rollcall.account;

import jakarta.servlet.http.HttpServletRequest;

/** What can be known of a request that htmx made, before any controller sees it. */
final class Htmx {

    private Htmx() {}

    static boolean asks(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }
}
