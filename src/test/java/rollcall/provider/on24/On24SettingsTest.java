package rollcall.provider.on24;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class On24SettingsTest {

    private static On24Settings bound(Map<String, String> configured) {
        return new Binder(new MapConfigurationPropertySource(configured))
                .bindOrCreate("rollcall.provider.on24", On24Settings.class);
    }

    @Test
    void nothingNeedsToBeSaid() {
        var pauses = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
        assertThat(bound(Map.of())).isEqualTo(new On24Settings(true, false, true, pauses, 2_000_000));
    }

    @Test
    void eachHasAName() {
        assertThat(bound(Map.of(
                        "rollcall.provider.on24.restores-deleted", "false",
                        "rollcall.provider.on24.denies-by-blocking", "true",
                        "rollcall.provider.on24.blocked-means-denied", "false",
                        "rollcall.provider.on24.quota-pauses", "30s,2m",
                        "rollcall.provider.on24.longest-report", "10")))
                .isEqualTo(new On24Settings(
                        false, true, false, List.of(Duration.ofSeconds(30), Duration.ofMinutes(2)), 10));
    }
}
