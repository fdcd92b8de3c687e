package rollcall.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Answers while the database is away. This happens here, outside of everything else, because an error page of the usual
 * kind would ask for the session, which is in the database as well, and keep people waiting for a second time-out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Outages extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(Outages.class);
    private static final String SECONDS_TO_WAIT = "10";

    private final ObjectProvider<ThymeleafViewResolver> views;
    private final LocaleResolver locales;

    Outages(ObjectProvider<ThymeleafViewResolver> views, LocaleResolver locales) {
        this.views = views;
        this.locales = locales;
    }

    /** An error page looks into the database as well, and what fails there would be shown by the server, in its words. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ShortWait.begin();
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (response.isCommitted() || !DatabaseAway.causes(failure)) {
                throw failure;
            }
            log.error("Request {} found no database.", Frames.idOf(request), Trace.of(failure));
            answer(request, response);
        } finally {
            ShortWait.end();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        response.resetBuffer();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var part = request.getHeader("HX-Request") != null;
        try {
            var view = views.getObject()
                    .resolveViewName(part ? "web/error :: alert" : "web/error", locales.resolveLocale(request));
            if (part) {
                response.setHeader("HX-Retarget", "#alert");
            }
            if (view != null) {
                view.render(model(request), request, response);
            }
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    /** A form is on the page once more, with its token, so that it can be sent again as it was. */
    private static Map<String, Object> model(HttpServletRequest request) {
        var model = new HashMap<String, Object>();
        model.put("status", HttpStatus.SERVICE_UNAVAILABLE.value());
        model.put("offline", true);
        Unsent.of(request).ifPresent(form -> {
            model.put("again", form);
            model.put("againToken", request.getParameter("_csrf"));
        });
        return model;
    }
}
