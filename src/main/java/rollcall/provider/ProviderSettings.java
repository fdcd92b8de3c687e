package rollcall.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the configuration says about providers, below {@code rollcall}.
 *
 * @param provider by kind: where it is, and how hard it may be pressed
 * @param connections by name: connections that are not typed on a page; {@code kind} and what the kind asks for
 */
@ConfigurationProperties("rollcall")
public record ProviderSettings(
        @Nullable Map<String, Service> provider, @Nullable Map<String, Map<String, String>> connections) {

    /**
     * Where a provider's service is.
     *
     * @param baseUrl of its interface; null for the vendor's own, as are all others
     * @param tokenUrl where access tokens are asked for
     * @param authorizeUrl where a person gives their consent
     * @param attendanceDelay how long after the end attendance may still be incomplete
     * @param rate how many calls a second go out through one connection, from one node
     * @param concurrency how many of them at the same time
     */
    public record Service(
            @Nullable URI baseUrl,
            @Nullable URI tokenUrl,
            @Nullable URI authorizeUrl,
            @Nullable Duration attendanceDelay,
            @Nullable Integer rate,
            @Nullable Integer concurrency) {

        static final Service UNSAID = new Service(null, null, null, null, null, null);

        /** @param own the vendor's; either comes back without a slash at the end */
        public String baseUrl(String own) {
            return said(baseUrl, own);
        }

        /** As {@link #baseUrl(String)}. */
        public String tokenUrl(String own) {
            return said(tokenUrl, own);
        }

        private static String said(@Nullable URI said, String own) {
            return Objects.toString(said, own).replaceFirst("/+$", "");
        }

        public Duration attendanceDelay(Duration own) {
            return Objects.requireNonNullElse(attendanceDelay, own);
        }

        public int rate(int own) {
            return Objects.requireNonNullElse(rate, own);
        }

        public int concurrency(int own) {
            return Objects.requireNonNullElse(concurrency, own);
        }
    }

    /** What is said of that kind; whatever is not said is null. */
    public Service service(String kind) {
        return provider == null ? Service.UNSAID : provider.getOrDefault(kind, Service.UNSAID);
    }

    Map<String, Map<String, String>> declared() {
        return connections == null ? Map.of() : connections;
    }
}
