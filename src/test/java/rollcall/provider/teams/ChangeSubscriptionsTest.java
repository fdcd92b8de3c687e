package rollcall.provider.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import rollcall.provider.FakeService.Answer;
import rollcall.provider.Heard;
import rollcall.provider.HeldKeys;
import rollcall.provider.Knock;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Subscribing;
import rollcall.provider.Subscribing.Subscribed;

class ChangeSubscriptionsTest {

    private static final String HOOK = "https://rollcall.example.org/hooks/teams/7";
    private static final String RESOURCE = "solutions/virtualEvents/webinars/" + TeamsService.WEBINAR;

    private final TeamsFixture teams = new TeamsFixture();
    private final TeamsService service = teams.service();
    private final Subscribing subscribing = teams.provider().subscribing().orElseThrow();

    @BeforeEach
    void begin() {
        teams.clock().set(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @AfterEach
    void close() {
        teams.close();
    }

    private Subscribed subscribe(String topic) {
        return subscribing.subscribe(TeamsFixture.EVENT, topic, HOOK);
    }

    @Test
    void registrationsAndTheWebinarItselfAreSubscribedTo() {
        assertThat(subscribing.topics(HeldKeys.CONNECTION)).containsExactlyInAnyOrder("registrations", "webinar");

        var registrations = subscribe("registrations");
        var webinar = subscribe("webinar");

        var until = Instant.parse("2026-03-02T11:00:00Z");
        assertThat(List.of(registrations, webinar))
                .containsExactly(new Subscribed("subscription-1", until), new Subscribed("subscription-2", until));
        assertThat(said("subscription-1"))
                .isEqualTo(Map.of(
                        "changeType",
                        "created,updated",
                        "resource",
                        RESOURCE + "/registrations",
                        "notificationUrl",
                        HOOK,
                        "lifecycleNotificationUrl",
                        HOOK,
                        "expirationDateTime",
                        "2026-03-02T11:00:00Z",
                        "clientState",
                        TeamsFixture.CLIENT_STATE));
        assertThat(said("subscription-2")).containsEntry("resource", RESOURCE).containsEntry("changeType", "updated");
    }

    private Map<String, String> said(String id) {
        var said = new java.util.TreeMap<String, String>();
        service.subscriptions
                .get(id)
                .properties()
                .forEach(entry -> said.put(entry.getKey(), entry.getValue().asString()));
        return said;
    }

    /** The whole way: Graph asks with a token while it is being subscribed to, and is answered by the room itself. */
    @Test
    void theTokenThatGraphAsksWithIsSentBack() {
        service.handshake = token -> teams.provider()
                                .hear(
                                        HeldKeys.CONNECTION,
                                        new Knock(new HttpHeaders(), Map.of("validationToken", token), new byte[0]))
                        instanceof Heard.Challenge(var type, var answer)
                ? answer
                : "";
        assertThat(subscribe("registrations").id()).isEqualTo("subscription-1");

        service.handshake = token -> "nobody is here";
        assertThatThrownBy(() -> subscribe("webinar"))
                .isInstanceOfSatisfying(
                        ProviderTrouble.class,
                        trouble -> assertThat(trouble.failure())
                                .isInstanceOf(Rejected.class)
                                .extracting(failure -> ((Rejected) failure).words())
                                .asString()
                                .contains("validation token"));
    }

    @Test
    void whatIsThenToldIsHeard() {
        subscribe("registrations");
        var told = """
            {"value":[{"subscriptionId":"subscription-1","clientState":"%s","changeType":"created","resource":"%s"}]}\
            """.formatted(said("subscription-1").get("clientState"), RESOURCE + "/registrations/one");
        var knock = new Knock(new HttpHeaders(), Map.of(), told.getBytes(StandardCharsets.UTF_8));
        assertThat(teams.provider().hear(HeldKeys.CONNECTION, knock))
                .isEqualTo(new Heard.News(List.of(new Heard.Item(
                        TeamsService.WEBINAR,
                        Heard.What.REGISTRATIONS,
                        teams.clock().instant()))));
    }

    @Test
    void anotherClientStateOrTenantOrAppIsAnotherBond() {
        var bonds = new HashSet<String>();
        bonds.add(subscribing.boundTo(HeldKeys.CONNECTION));
        bonds.add(subscribing.boundTo(HeldKeys.CONNECTION));
        for (var field : List.of("client-state", "tenant-id", "client-id")) {
            teams.keys().keep(HeldKeys.CONNECTION, Map.of(field, "another"));
            bonds.add(subscribing.boundTo(HeldKeys.CONNECTION));
        }
        assertThat(bonds).hasSize(4);
    }

    @Test
    void oneIsRenewedForAnotherDayAndTakenBack() {
        var id = subscribe("registrations").id();
        teams.clock().advance(Duration.ofHours(12));
        assertThat(subscribing.renew(HeldKeys.CONNECTION, id)).contains(Instant.parse("2026-03-02T23:00:00Z"));
        assertThat(service.calls().getLast().method()).isEqualTo("PATCH");

        subscribing.unsubscribe(HeldKeys.CONNECTION, id);
        assertThat(service.subscriptions).isEmpty();
        subscribing.unsubscribe(HeldKeys.CONNECTION, id);
        assertThat(subscribing.renew(HeldKeys.CONNECTION, id)).isEmpty();
    }

    @Test
    void whatGraphRefusesIsSaid() {
        service.policyMissing = true;
        assertThat(failure("registrations")).isInstanceOf(Barred.class);
        service.policyMissing = false;
        service.next(call -> call.path().equals(TeamsService.SUBSCRIPTIONS), Answer.empty(502));
        assertThat(failure("registrations")).isInstanceOf(Temporary.class);
        service.next(call -> call.path().equals(TeamsService.SUBSCRIPTIONS), Answer.json(201, Map.of()));
        assertThat(failure("registrations").words()).isEqualTo(OwnWords.NO_SUBSCRIPTION.words());
    }

    private rollcall.provider.ProviderFailure failure(String topic) {
        try {
            subscribe(topic);
        } catch (ProviderTrouble trouble) {
            return trouble.failure();
        }
        throw new AssertionError("It went through.");
    }

    @Test
    void anAddressThatMicrosoftWouldNotCallIsNotEvenSent() {
        assertThatThrownBy(() -> subscribing.subscribe(
                        TeamsFixture.EVENT, "registrations", "http://localhost:8080/hooks/teams/7"))
                .isInstanceOfSatisfying(
                        ProviderTrouble.class,
                        trouble -> assertThat(trouble.failure().words()).isEqualTo(OwnWords.HTTPS_ONLY.words()));
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void whatIsAssumedCanBeSwitchedOff() {
        var none = teams.another(new TeamsSettings(Duration.ZERO, true));
        assertThat(none.subscribing().orElseThrow().topics(HeldKeys.CONNECTION)).isEmpty();

        var quiet = teams.another(new TeamsSettings(Duration.ofHours(2), false));
        quiet.subscribing().orElseThrow().subscribe(TeamsFixture.EVENT, "webinar", HOOK);
        assertThat(said("subscription-1"))
                .doesNotContainKey("lifecycleNotificationUrl")
                .containsEntry("expirationDateTime", "2026-03-01T14:00:00Z");
    }
}
