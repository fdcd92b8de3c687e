package rollcall.web;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address under which people reach this Rollcall: {@code rollcall.public-url}. Links that leave the house are built
 * from it, never from what a request says.
 */
@Component
public class PublicUrl {

    private final @Nullable URI configured;
    private final Environment environment;

    PublicUrl(Environment environment) {
        var url = environment.getProperty("rollcall.public-url", "").strip();
        this.configured = url.isEmpty() ? null : checked(url);
        this.environment = environment;
    }

    private static URI checked(String url) {
        var uri = URI.create(url.replaceFirst("/+$", ""));
        var https = "https".equals(uri.getScheme());
        if (uri.getHost() == null
                || !(https || "http".equals(uri.getScheme()))
                || !uri.getPath().isEmpty()) {
            throw new IllegalArgumentException("rollcall.public-url must be http:// or https:// and a host, such as"
                    + " https://rollcall.example.org.");
        }
        return uri;
    }

    /** Whether people come by https, even if a proxy in front speaks plain http with Rollcall. */
    public boolean https() {
        return configured != null && "https".equals(configured.getScheme());
    }

    /** Whether a Host header names this place; any does as long as no address is configured. */
    public boolean names(@Nullable String host) {
        return configured == null
                || configured.getAuthority().equals(host == null ? null : host.toLowerCase(Locale.ROOT));
    }

    /** The whole address of a path that begins with a slash. */
    public String link(String path) {
        return configured == null ? "http://localhost:" + port() + path : configured + path;
    }

    /** The one that is served; for a command beside it, the one that would be. */
    private String port() {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }
}
