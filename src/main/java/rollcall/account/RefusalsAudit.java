package rollcall.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Writes each answer 403 into the audit, whoever gave it: the rules of this room, or a service behind a page. */
@Component
@Order(RefusalsAudit.BEFORE_SECURITY)
class RefusalsAudit extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -101;

    private final AuditTrail audit;

    RefusalsAudit(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
            audit.note(SessionAccounts.actorOf(request), AuditKind.REFUSED, what(request));
        }
    }

    private static Map<String, Object> what(HttpServletRequest request) {
        var staleForm = Boolean.TRUE.equals(request.getAttribute(Refusals.STALE_FORM));
        return Map.of("method", request.getMethod(), "page", page(request), "staleForm", staleForm);
    }

    /** The pattern of the address, or its first part: the rest is whatever somebody typed, or a secret. */
    private static String page(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern != null ? pattern.toString() : request.getRequestURI().replaceFirst("^(/[^/]{0,40}).*", "$1");
    }
}
