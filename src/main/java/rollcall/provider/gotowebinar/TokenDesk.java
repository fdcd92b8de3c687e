package rollcall.provider.gotowebinar;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import rollcall.provider.AccessTokens.Token;
import rollcall.provider.Connection;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderClient;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Asks GoTo's identity service for tokens. An access token is taken for an hour; it is had again with the refresh token
 * of the consent, and a new refresh token may come along, which then replaces the old one [G2-TOK]. How long a refresh
 * token is taken is not known (30 days [assumed]).
 */
final class TokenDesk {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ProviderKeys keys;
    private final ProviderClient client;
    private final Failures failures;
    private final Clock clock;

    TokenDesk(ProviderKeys keys, Place place, Failures failures, Clock clock) {
        this.keys = keys;
        this.client = new ProviderClient(place.token().toString(), place.rate(), place.concurrency());
        this.failures = failures;
        this.clock = clock;
    }

    /** @throws ProviderTrouble when there is none: nothing else was sent then */
    Token renew(Connection connection) {
        var held = Held.of(keys, connection.id());
        var reply = refresh(connection.id(), held);
        if (denied(reply)) {
            var now = Held.of(keys, connection.id());
            // Another node was faster, and has put away the token that came with its own.
            reply = now.refreshToken().equals(held.refreshToken()) ? reply : refresh(connection.id(), now);
        }
        var said = read(connection.id(), reply);
        var next = said.path("refresh_token").asString("");
        if (!next.isEmpty()) {
            keys.keep(connection.id(), Map.of(Held.REFRESH_TOKEN, next));
        }
        var seconds = said.path("expires_in").asLong(HOUR.toSeconds());
        return new Token(said.path("access_token").asString(), clock.instant().plusSeconds(seconds));
    }

    private Reply refresh(long connectionId, Held held) {
        return ask(connectionId, held, Map.of("grant_type", "refresh_token", "refresh_token", held.refreshToken()));
    }

    /** What the code of a consent is worth: at least an {@code access_token}. */
    JsonNode exchange(long connectionId, String code, String verifier, String redirectUri) {
        var form = Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "code_verifier", verifier,
                "redirect_uri", redirectUri);
        return read(connectionId, ask(connectionId, Held.typed(keys, connectionId), form));
    }

    private Reply ask(long connectionId, Held held, Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach(form::add);
        try {
            return client.send(
                    connectionId,
                    rest -> rest.post()
                            .uri("")
                            .header(HttpHeaders.AUTHORIZATION, basic(held))
                            .accept(MediaType.APPLICATION_JSON)
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .body(form));
        } catch (ProviderTrouble trouble) {
            throw Failures.beforeSending(trouble);
        }
    }

    private static String basic(Held held) {
        var both = (held.clientId() + ":" + held.clientSecret()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private JsonNode read(long connectionId, Reply reply) {
        if (!reply.ok()) {
            throw new ProviderTrouble(failure(connectionId, reply));
        }
        try {
            var said = reply.json();
            if (!said.path("access_token").asString("").isEmpty()) {
                return said;
            }
        } catch (ProviderTrouble noJson) {
            throw Failures.beforeSending(noJson);
        }
        throw new ProviderTrouble(new Temporary(OwnWords.NO_TOKEN.words()));
    }

    private ProviderFailure failure(long connectionId, Reply reply) {
        if (denied(reply)) {
            return new Barred(Failures.words(reply));
        }
        var failure = failures.of(connectionId, reply);
        return failure instanceof ProviderFailure.Throttled ? failure : new Temporary(failure.words());
    }

    /** OAuth says so with 400 and {@code invalid_grant}, or with 401 (RFC 6749, 5.2). */
    private static boolean denied(Reply reply) {
        return reply.status() == 400 || Failures.refused(reply);
    }
}
