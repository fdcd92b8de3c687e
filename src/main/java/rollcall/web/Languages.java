package rollcall.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Which language a browser reads: the one it chose, kept in a cookie, else the first of its own that we speak. A room
 * that knows people's languages calls {@link LocaleResolver#setLocale} when somebody signs in or chooses.
 */
@Controller
public class Languages {

    /** Every language there is a message bundle for; the first one for everybody else. */
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.of("sv"));

    private final LocaleResolver resolver;

    Languages(LocaleResolver resolver) {
        this.resolver = resolver;
    }

    @PostMapping("/language")
    View choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        resolver.setLocale(request, response, spoken(Locale.of(language)));
        return Back.to(back);
    }

    /** That language, or the first one when we do not speak it. */
    public static Locale spoken(Locale asked) {
        return SPOKEN.stream()
                .filter(one -> one.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(SPOKEN.getFirst());
    }

    /** The cookie's language, or what the browser asks for. */
    @Configuration(proxyBeanMethods = false)
    static class Resolver {

        @Bean
        LocaleResolver localeResolver() {
            var resolver = new CookieLocaleResolver("language");
            resolver.setCookieMaxAge(Duration.ofDays(365));
            resolver.setCookieHttpOnly(true);
            resolver.setCookieSameSite("Lax");
            resolver.setDefaultLocaleFunction(Resolver::asked);
            return resolver;
        }

        private static Locale asked(HttpServletRequest request) {
            for (var wish : Collections.list(request.getLocales())) {
                if (SPOKEN.stream().anyMatch(one -> one.getLanguage().equals(wish.getLanguage()))) {
                    return spoken(wish);
                }
            }
            return SPOKEN.getFirst();
        }
    }
}
