package rollcall.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;

/** Which language this browser reads before anybody signs in. */
@Controller
class Language {

    private final LocaleResolver resolver;

    Language(LocaleResolver resolver) {
        this.resolver = resolver;
    }

    @PostMapping("/language")
    View choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        resolver.setLocale(request, response, Locale.of(language));
        return Back.to(back);
    }
}
