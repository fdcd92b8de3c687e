package rollcall.provider.zoom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import rollcall.provider.AccessTokens;
import rollcall.provider.AccessTokens.Token;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderClient;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Access tokens by server-to-server OAuth: an hour each, with no refresh token, so that another is simply asked for [Z-SK].
 * Whatever goes wrong here, nothing has been asked of Zoom yet: so it is never unclear.
 */
final class ZoomTokens {

    private static final int HOUR = 3600; // seconds

    private final ProviderClient client;
    private final ProviderKeys keys;
    private final AccessTokens tokens;
    private final Clock clock;

    ZoomTokens(ProviderClient client, ProviderKeys keys, Clock clock) {
        this.client = client;
        this.keys = keys;
        this.tokens = new AccessTokens(clock);
        this.clock = clock;
    }

    /** @throws ProviderTrouble barred, when Zoom gives none; temporary or throttled, when it cannot now */
    String of(long connectionId) {
        return tokens.of(keys.connection(connectionId), () -> token(asked(connectionId)));
    }

    void forget(long connectionId, String token) {
        tokens.forget(connectionId, token);
    }

    /** What a new token allows, as Zoom says; empty when it says nothing. */
    Set<String> scopes(long connectionId) {
        var said = asked(connectionId).path("scope").asString("");
        return Arrays.stream(said.split("[\\s,]+"))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toSet());
    }

    private Token token(JsonNode said) {
        return new Token(
                said.path("access_token").asString(),
                clock.instant().plusSeconds(said.path("expires_in").asInt(HOUR)));
    }

    private JsonNode asked(long connectionId) {
        try {
            var reply = ask(connectionId, keys.of(connectionId));
            if (!reply.ok()) {
                throw new ProviderTrouble(refused(reply));
            }
            var said = reply.json();
            if (said.path("access_token").asString("").isEmpty()) {
                throw new ProviderTrouble(new Temporary(OwnWords.NO_TOKEN.words()));
            }
            return said;
        } catch (ProviderTrouble trouble) {
            throw trouble.failure() instanceof Unclear(var words) ? new ProviderTrouble(new Temporary(words)) : trouble;
        }
    }

    private Reply ask(long connectionId, Map<String, String> held) {
        var secret = held.getOrDefault(Zoom.CLIENT_ID, "") + ":" + held.getOrDefault(Zoom.CLIENT_SECRET, "");
        var basic = "Basic " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
        var account = URLEncoder.encode(held.getOrDefault(Zoom.ACCOUNT_ID, ""), StandardCharsets.UTF_8);
        return client.send(
                connectionId,
                rest -> rest.post()
                        .uri("")
                        .header(HttpHeaders.AUTHORIZATION, basic)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body("grant_type=account_credentials&account_id=" + account));
    }

    /** The body is {@code {"reason","error"}} [assumed]; 4702, 4704, 4705, 4717 and 4741 all need a person [Z-SK]. */
    private ProviderFailure refused(Reply reply) {
        return switch (reply.status()) {
            case 400, 401, 403 -> new Barred(ProviderFailure.cut(words(reply)));
            case 429 -> Limits.pause(reply, clock.instant());
            default -> new Temporary(OwnWords.NO_TOKEN_HTTP.with(reply.status()));
        };
    }

    private static String words(Reply reply) {
        return List.of("/reason", "/message", "/errorMessage", "/error").stream()
                .map(reply::said)
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse(OwnWords.NO_TOKEN_HTTP.with(reply.status()));
    }
}
