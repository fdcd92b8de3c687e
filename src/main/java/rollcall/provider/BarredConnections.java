package rollcall.provider;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** How many connections do not let us in, so that an administrator sees it on every page; counted when a page shows it. */
public final class BarredConnections {

    private final JdbcClient jdbc;
    private @Nullable Integer counted;

    private BarredConnections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public int number() {
        if (counted == null) {
            counted = jdbc.sql("select count(*) from provider_connection where health = 'BARRED' and enabled")
                    .query(Integer.class)
                    .single();
        }
        return counted;
    }

    /** Gives every page {@code barredConnections}. */
    @ControllerAdvice
    static class OnEveryPage {

        private final JdbcClient jdbc;

        OnEveryPage(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @ModelAttribute("barredConnections")
        BarredConnections barredConnections() {
            return new BarredConnections(jdbc);
        }
    }
}
