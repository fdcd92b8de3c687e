package rollcall.provider.gotowebinar;

import java.net.URI;
import java.util.Map;
import rollcall.provider.EventRef;
import rollcall.provider.FakeService.Call;
import rollcall.provider.HeldKeys;
import rollcall.provider.ProviderSettings;
import rollcall.provider.ProviderSettings.Service;
import rollcall.testing.TestClock;

/** The room, the fake, and a connection whose organizer has consented; it is some hours before the webinar. */
final class GoToScene implements AutoCloseable {

    static final EventRef EVENT = new EventRef(GoToWebinar.KIND, GoToService.WEBINAR, HeldKeys.CONNECTION);

    final TestClock clock = new TestClock();
    final GoToService service = new GoToService(clock);
    final HeldKeys keys = new HeldKeys(
            GoToWebinar.KIND,
            Map.of(
                    "client-id", GoToService.CLIENT,
                    "client-secret", service.secret,
                    "refresh-token", service.refreshToken,
                    "organizer-key", GoToService.ORGANIZER));
    final ProviderSettings settings = settings(service.uri());
    final GoToWebinar provider = new GoToWebinar(keys, settings, clock);

    static ProviderSettings settings(URI host) {
        var here = new Service(
                host.resolve("/G2W/rest/v2"),
                host.resolve("/oauth/token"),
                host.resolve("/oauth/authorize"),
                null,
                2000,
                8);
        return new ProviderSettings(Map.of(GoToWebinar.KIND, here), null);
    }

    static boolean registering(Call call) {
        return call.is("POST", ".*/registrants");
    }

    void end() {
        clock.set(GoToService.END.plusSeconds(60));
    }

    @Override
    public void close() {
        service.close();
    }
}
