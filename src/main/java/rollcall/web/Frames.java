package rollcall.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** First of all: names the request and puts a {@link Frame} in it, so that even an error has a page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Frames extends OncePerRequestFilter {

    static final String ATTRIBUTE = "frame";
    static final String HEADER = "X-Request-Id";
    private static final String LOGGED_AS = "request";
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final SecureRandom random = new SecureRandom();
    private final AssetFolder assets;

    Frames(AssetFolder assets) {
        this.assets = assets;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var frame = frame(request, newId());
        request.setAttribute(ATTRIBUTE, frame);
        response.setHeader(HEADER, frame.requestId());
        MDC.put(LOGGED_AS, frame.requestId());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LOGGED_AS);
        }
    }

    /** The id of a request, as it stands on error pages. */
    static String idOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Frame frame ? frame.requestId() : "-";
    }

    private Frame frame(HttpServletRequest request, String id) {
        var query = request.getQueryString();
        return new Frame(
                id,
                assets.path(),
                themeOf(request),
                request.getRequestURI(),
                query == null ? "" : query,
                SAFE.contains(request.getMethod()));
    }

    private static @Nullable String themeOf(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, Theme.COOKIE);
        return cookie != null && Theme.CHOICES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }

    private String newId() {
        var bytes = new byte[6];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
