package rollcall.provider.on24;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rollcall.provider.EventRef;
import rollcall.provider.HeldKeys;
import rollcall.provider.ProviderSettings;
import rollcall.testing.TestClock;

/** ON24 and its fake, with a clock that both go by. */
final class On24Fixture {

    static final EventRef EVENT = new EventRef(On24.KIND, On24Service.EVENT, HeldKeys.CONNECTION);

    static final On24Settings SETTINGS = settings(true, false, true);

    final TestClock clock = new TestClock();
    final On24Service service = new On24Service(clock);
    final On24 provider = provider(SETTINGS);

    static On24Settings settings(boolean restores, boolean denies, boolean blockedMeansDenied) {
        var pauses = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
        return new On24Settings(restores, denies, blockedMeansDenied, pauses, 2_000);
    }

    On24 provider(On24Settings settings) {
        return provider(settings, Map.of());
    }

    /** @param others what the connection holds instead of what is right */
    On24 provider(On24Settings settings, Map<String, String> others) {
        var held = new HashMap<>(Map.of(
                "client-id", On24Service.CLIENT,
                "access-token-key", On24Service.KEY,
                "access-token-secret", "secret-1"));
        held.putAll(others);
        var there = new ProviderSettings.Service(service.uri(), null, null, null, 2_000, 16);
        return new On24(
                new HeldKeys(On24.KIND, held), new ProviderSettings(Map.of(On24.KIND, there), null), settings, clock);
    }

    Instant afterReports() {
        return service.end.plus(Duration.ofHours(3));
    }
}
