package rollcall.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Light or dark, as this browser wants it; anything else leaves it to the reader's system. */
@Controller
class Theme {

    static final String COOKIE = "theme";
    static final Set<String> CHOICES = Set.of("light", "dark");

    private final PublicUrl publicUrl;

    Theme(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @PostMapping("/theme")
    View choose(
            @RequestParam String theme, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(theme, publicUrl.https()).toString());
        return Back.to(back);
    }

    private static ResponseCookie cookie(String theme, boolean secure) {
        var kept = CHOICES.contains(theme);
        return ResponseCookie.from(COOKIE, kept ? theme : "")
                .maxAge(kept ? Duration.ofDays(365) : Duration.ZERO)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }
}
