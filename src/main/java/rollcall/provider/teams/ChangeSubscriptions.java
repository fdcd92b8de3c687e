package rollcall.provider.teams;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rollcall.provider.EventRef;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.Reply;
import rollcall.provider.Subscribing;

/**
 * Subscriptions to what changes at a webinar (MS-CN): one for the registrations and one for the webinar itself. They last a
 * day at most and are renewed with PATCH. The answers to renewing and deleting are those of Graph in general [assumed].
 */
final class ChangeSubscriptions implements Subscribing {

    static final String REGISTRATIONS = "registrations";
    static final String WEBINAR = "webinar";

    private static final String PATH = "/subscriptions";

    private final Graph graph;
    private final ProviderKeys keys;
    private final Refusals refusals;
    private final TeamsSettings settings;
    private final Clock clock;

    ChangeSubscriptions(Graph graph, ProviderKeys keys, Refusals refusals, TeamsSettings settings, Clock clock) {
        this.graph = graph;
        this.keys = keys;
        this.refusals = refusals;
        this.settings = settings;
        this.clock = clock;
    }

    /** Without a client state nothing that is told could be proved. */
    @Override
    public Set<String> topics(long connectionId) {
        return settings.subscribes() && !clientState(connectionId).isBlank()
                ? Set.of(REGISTRATIONS, WEBINAR)
                : Set.of();
    }

    private String clientState(long connectionId) {
        return keys.of(connectionId).getOrDefault(Teams.CLIENT_STATE, "");
    }

    @Override
    public String boundTo(long connectionId) {
        var held = keys.of(connectionId);
        return Stream.of(SignIn.TENANT, SignIn.CLIENT, Teams.CLIENT_STATE)
                .map(field -> held.getOrDefault(field, ""))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Subscribed subscribe(EventRef event, String topic, String hook) {
        if (!hook.startsWith("https://")) {
            throw new ProviderTrouble(new Rejected(Refusal.OTHER, OwnWords.HTTPS_ONLY.words()));
        }
        var webinar = WebinarAddress.of(event);
        var reply = graph.send(POST, webinar.connection(), PATH, order(webinar, topic, hook));
        if (!reply.ok()) {
            throw new ProviderTrouble(refusals.of(reply));
        }
        var id = reply.json().path("id").asString("");
        if (id.isEmpty()) {
            throw new ProviderTrouble(new Unclear(OwnWords.NO_SUBSCRIPTION.words()));
        }
        return new Subscribed(id, until(reply));
    }

    private Map<String, Object> order(WebinarAddress webinar, String topic, String hook) {
        var ofRegistrations = topic.equals(REGISTRATIONS);
        var order = new TreeMap<String, Object>();
        order.put("changeType", ofRegistrations ? "created,updated" : "updated");
        order.put("resource", (ofRegistrations ? webinar.registrations() : webinar.path()).substring(1));
        order.put("notificationUrl", hook);
        if (settings.lifecycleNotifications()) {
            order.put("lifecycleNotificationUrl", hook);
        }
        order.put("expirationDateTime", wanted().toString());
        order.put("clientState", clientState(webinar.connection()));
        return order;
    }

    private Instant wanted() {
        return clock.instant().plus(settings.subscriptionLife()).truncatedTo(ChronoUnit.SECONDS);
    }

    /** As Graph says; what it does not say is what it was asked for. */
    private Instant until(Reply reply) {
        try {
            return Instant.parse(reply.said("/expirationDateTime"));
        } catch (DateTimeParseException unsaid) {
            return wanted();
        }
    }

    @Override
    public Optional<Instant> renew(long connectionId, String id) {
        var order = Map.of("expirationDateTime", wanted().toString());
        var reply = graph.send(PATCH, connectionId, address(id), order);
        if (gone(reply)) {
            return Optional.empty();
        }
        if (!reply.ok()) {
            throw new ProviderTrouble(refusals.of(reply));
        }
        return Optional.of(until(reply));
    }

    @Override
    public void unsubscribe(long connectionId, String id) {
        var reply = graph.send(DELETE, connectionId, address(id), null);
        if (!reply.ok() && !gone(reply)) {
            throw new ProviderTrouble(refusals.of(reply));
        }
    }

    private static boolean gone(Reply reply) {
        return reply.status() == 404 || reply.status() == 410;
    }

    private static String address(String id) {
        return PATH + "/" + WebinarAddress.encoded(id);
    }
}
