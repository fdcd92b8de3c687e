package rollcall.provider.teams;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rollcall.person.PersonDetails;
import rollcall.provider.EventRef;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.HeldKeys;
import rollcall.provider.ProviderSettings;
import rollcall.provider.ProviderSettings.Service;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationRequest;
import rollcall.testing.TestClock;

/** The room, which speaks to a fake; its pauses move the clock instead of taking time. */
final class TeamsFixture implements AutoCloseable {

    static final EventRef EVENT = new EventRef(Teams.KIND, TeamsService.WEBINAR, HeldKeys.CONNECTION);
    static final Instant START = Instant.parse("2026-03-02T17:00:00Z");
    static final String CLIENT_STATE = "long-and-made-up";
    static final TeamsSettings SETTINGS = new TeamsSettings(Duration.ofHours(23), true);
    static final Instant END = Instant.parse("2026-03-02T18:00:00Z");

    private final TestClock clock = new TestClock();
    private final TeamsService service = new TeamsService(clock);
    private final List<Duration> pauses = new ArrayList<>();
    private final HeldKeys keys = new HeldKeys(
            Teams.KIND,
            Map.of(
                    "tenant-id",
                    TeamsService.TENANT,
                    "client-id",
                    TeamsService.CLIENT,
                    "client-secret",
                    "s3cret~of~the~app",
                    Teams.CLIENT_STATE,
                    CLIENT_STATE));
    private final Teams provider = another();

    Teams provider() {
        return provider;
    }

    HeldKeys keys() {
        return keys;
    }

    TeamsService service() {
        return service;
    }

    TestClock clock() {
        return clock;
    }

    List<Duration> pauses() {
        return pauses;
    }

    /** One more node. */
    Teams another() {
        return another(SETTINGS);
    }

    /** One more, under other settings. */
    Teams another(TeamsSettings settings) {
        return new Teams(
                keys,
                new ProviderSettings(
                        Map.of(
                                Teams.KIND,
                                new Service(
                                        URI.create(service.uri() + "/graph/v1.0"),
                                        URI.create(service.uri() + "/entra/"),
                                        null,
                                        null,
                                        2000,
                                        8)),
                        null),
                settings,
                clock,
                this::passes);
    }

    private void passes(Duration howLong) {
        pauses.add(howLong);
        clock.advance(howLong);
    }

    RegistrationOutcome register(String email) {
        return register(email, "sv", "Europe/Stockholm");
    }

    RegistrationOutcome register(String email, String language, String zone) {
        var person = new PersonDetails(email, "Ana", "Ruiz", "", "", "", "", language, zone);
        return provider.register(EVENT, new RegistrationRequest(55, person, Map.of()));
    }

    /** Was there from the start on, in the run that ends with the webinar. */
    void attend(String email, Duration howLong) {
        if (service.runs.isEmpty()) {
            service.runs.add(new TeamsService.Run("report-1", START, END, new ArrayList<>()));
        }
        service.runs.getLast().visits().add(service.visit(email, START, howLong));
    }

    void end() {
        clock.set(END.plus(Duration.ofHours(1)));
    }

    static Answer pause(String retryAfter) {
        var said = TeamsService.error(429, "TooManyRequests", "Please retry later.");
        return new Answer(429, Map.of("Content-Type", "application/json", "Retry-After", retryAfter), said.body());
    }

    @Override
    public void close() {
        service.close();
    }
}
