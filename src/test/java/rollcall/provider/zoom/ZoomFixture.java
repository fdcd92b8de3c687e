package rollcall.provider.zoom;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import rollcall.person.PersonDetails;
import rollcall.provider.EventRef;
import rollcall.provider.HeldKeys;
import rollcall.provider.ProviderSettings;
import rollcall.provider.ProviderSettings.Service;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.zoom.ZoomService.Join;
import rollcall.provider.zoom.ZoomService.Run;
import rollcall.provider.zoom.ZoomService.View;
import rollcall.provider.zoom.ZoomService.Webinar;
import rollcall.testing.TestClock;

/** The room, and the fake that it speaks to, with one webinar. */
final class ZoomFixture implements AutoCloseable {

    static final Instant START = Instant.parse("2026-03-02T17:00:00Z");
    static final String ID = "97000000001";
    static final EventRef EVENT = new EventRef(Zoom.KIND, ID, HeldKeys.CONNECTION);

    /** A UUID that Zoom wants encoded twice. */
    static final String UUID = "/a1//Wm+Q==";

    final TestClock clock = new TestClock();
    final ZoomService service = new ZoomService(clock);
    final Webinar webinar = service.webinar(ID, START);
    final Run run = new Run(UUID, START.plusSeconds(60), START.plus(Duration.ofHours(1)));
    final Zoom zoom;

    ZoomFixture() {
        this(Map.of());
    }

    ZoomFixture(Map<String, String> more) {
        webinar.runs.add(run);
        var held = new HashMap<>(Map.of(
                Zoom.ACCOUNT_ID, ZoomService.ACCOUNT, Zoom.CLIENT_ID, ZoomService.CLIENT, Zoom.CLIENT_SECRET, "S-1"));
        held.putAll(more);
        zoom = new Zoom(new HeldKeys(Zoom.KIND, held), settings(service.uri()), clock);
    }

    ProviderSettings settings() {
        return settings(service.uri());
    }

    private static ProviderSettings settings(URI fake) {
        var service = new Service(fake.resolve("/v2"), fake.resolve("/oauth/token"), null, null, 5_000, 8);
        return new ProviderSettings(Map.of(Zoom.KIND, service), null);
    }

    void end() {
        clock.set(START.plus(Duration.ofHours(3)));
    }

    /** Somebody came, so many minutes after the start, and left. */
    void join(String email, int from, int to) {
        var one = webinar.person(email);
        run.joins.add(new Join(one.id, "", one.email(), minute(from), minute(to)));
    }

    void view(String email, Instant at, Duration howLong) {
        run.views.add(new View(email, email, at, howLong.toSeconds()));
    }

    static Instant minute(int nth) {
        return START.plus(Duration.ofMinutes(nth));
    }

    static RegistrationRequest request(String email, Map<String, String> answers) {
        return new RegistrationRequest(
                55,
                new PersonDetails(email, "Ana", "Ruiz", "Acme", "Engineer", "", "Sweden", "sv", "Europe/Stockholm"),
                answers);
    }

    @Override
    public void close() {
        service.close();
    }
}
