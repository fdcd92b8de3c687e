package rollcall.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.SmartView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Shows a form that could not be sent on the next page that there is, whichever that turns out to be, and once. */
@Configuration(proxyBeanMethods = false)
class UnsentOnPage implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        var session = request.getSession(false);
        if (page == null || session == null || redirects(page) || request.getHeader("HX-Request") != null) {
            return;
        }
        if (session.getAttribute(Unsent.ATTRIBUTE) instanceof String line) {
            session.removeAttribute(Unsent.ATTRIBUTE);
            Unsent.read(line).ifPresent(form -> page.addObject(Unsent.ATTRIBUTE, form));
        }
    }

    private static boolean redirects(ModelAndView page) {
        return page.getView() instanceof SmartView view && view.isRedirectView();
    }
}
