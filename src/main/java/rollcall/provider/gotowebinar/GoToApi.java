package rollcall.provider.gotowebinar;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriBuilder;
import rollcall.provider.AccessTokens;
import rollcall.provider.EventRef;
import rollcall.provider.ProviderClient;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls GoTo Webinar v2 [G2-OAS]: as the organizer who has consented, with a token that is renewed once when it is refused.
 */
final class GoToApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORGANIZER = "/organizers/{organizer}";
    private static final String WEBINAR = ORGANIZER + "/webinars/{webinar}";

    private final ProviderKeys keys;
    private final ProviderClient client;
    private final AccessTokens tokens;
    private final TokenDesk desk;
    private final Failures failures;
    private final Pauses pauses;

    GoToApi(ProviderKeys keys, Place place, Clock clock) {
        this.keys = keys;
        this.client = new ProviderClient(place.api(), place.rate(), place.concurrency());
        this.tokens = new AccessTokens(clock);
        this.pauses = new Pauses(clock);
        this.failures = new Failures(pauses);
        this.desk = new TokenDesk(keys, place, failures, clock);
    }

    private interface Request {
        RestClient.RequestHeadersSpec<?> of(RestClient rest, String organizer);
    }

    /** Reads something of the organizer. */
    JsonNode ofOrganizer(long connectionId, String path, Map<String, ?> query) {
        return json(
                connectionId,
                send(
                        connectionId,
                        (rest, organizer) -> rest.get()
                                .uri(uri -> with(uri.path(ORGANIZER + path), query, Map.of("organizer", organizer)))));
    }

    /** Reads something of the webinar; of the webinar itself with an empty path. */
    JsonNode read(EventRef event, String path, Map<String, ?> query) {
        return json(event.connection(), get(event, path, query));
    }

    /** As {@link #read}, with whatever was answered. */
    Reply get(EventRef event, String path, Map<String, ?> query) {
        return send(
                event.connection(),
                (rest, organizer) ->
                        rest.get().uri(uri -> with(uri.path(WEBINAR + path), query, names(event, organizer))));
    }

    Reply post(EventRef event, String path, Map<String, ?> query, Object body) {
        var bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        return send(
                event.connection(),
                (rest, organizer) -> rest.post()
                        .uri(uri -> with(uri.path(WEBINAR + path), query, names(event, organizer)))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(bytes));
    }

    Reply delete(EventRef event, String path, String key) {
        return send(
                event.connection(),
                (rest, organizer) -> rest.method(HttpMethod.DELETE)
                        .uri(uri -> uri.path(WEBINAR + path).path("/{key}").build(organizer, event.externalId(), key)));
    }

    private static Map<String, String> names(EventRef event, String organizer) {
        return Map.of("organizer", organizer, "webinar", event.externalId());
    }

    private static URI with(UriBuilder uri, Map<String, ?> query, Map<String, String> names) {
        query.forEach((name, value) -> uri.queryParam(name, value));
        return uri.build(names);
    }

    private Reply send(long connectionId, Request request) {
        var reply = once(connectionId, request);
        return Failures.refused(reply) ? once(connectionId, request) : reply;
    }

    private Reply once(long connectionId, Request request) {
        var organizer = Held.of(keys, connectionId).organizerKey();
        var token = tokens.of(keys.connection(connectionId), () -> desk.renew(keys.connection(connectionId)));
        var reply = client.send(connectionId, rest -> authorized(request.of(rest, organizer), token));
        if (Failures.refused(reply)) {
            tokens.forget(connectionId, token);
        }
        if (reply.status() != 429) {
            pauses.over(connectionId);
        }
        return reply;
    }

    private static RestClient.RequestHeadersSpec<?> authorized(RestClient.RequestHeadersSpec<?> request, String token) {
        return request.accept(MediaType.APPLICATION_JSON).header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    JsonNode json(long connectionId, Reply reply) {
        if (!reply.ok()) {
            throw trouble(connectionId, reply);
        }
        return reply.json();
    }

    ProviderTrouble trouble(long connectionId, Reply reply) {
        return new ProviderTrouble(failures.of(connectionId, reply));
    }
}
