package rollcall.provider.teams;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import rollcall.provider.AccessTokens;
import rollcall.provider.AccessTokens.Token;
import rollcall.provider.Connection;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderClient;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Reply;

/** Access tokens of an app for itself: client credentials, as the Microsoft identity platform has them [assumed: the standard]. */
final class SignIn {

    static final String TENANT = "tenant-id";
    static final String CLIENT = "client-id";
    static final String SECRET = "client-secret";

    private static final String SCOPE = "https://graph.microsoft.com/.default";

    /** A token that does not say how long it is good for. */
    private static final int SHORT = 300; // seconds

    private final ProviderKeys keys;
    private final ProviderClient client;
    private final String base;
    private final AccessTokens tokens;
    private final Refusals refusals;
    private final Clock clock;

    /** @param base of the identity platform, below which each tenant has its own place */
    SignIn(ProviderKeys keys, String base, Refusals refusals, Clock clock) {
        this.keys = keys;
        this.base = base;
        this.client = new ProviderClient(base, 10, 4);
        this.tokens = new AccessTokens(clock);
        this.refusals = refusals;
        this.clock = clock;
    }

    /** @throws ProviderTrouble barred, when the credentials are not taken; temporary, when there is no answer */
    String token(long connectionId) {
        var connection = keys.connection(connectionId);
        return tokens.of(connection, () -> Refusals.nothingDone(() -> ask(connection)));
    }

    void forget(long connectionId, String token) {
        tokens.forget(connectionId, token);
    }

    private Token ask(Connection connection) {
        var held = keys.of(connection.id());
        var place = URI.create("%s/%s/oauth2/v2.0/token".formatted(base, encoded(held, TENANT)));
        var form = form(Map.of(
                "client_id",
                held.getOrDefault(CLIENT, ""),
                "client_secret",
                held.getOrDefault(SECRET, ""),
                "grant_type",
                "client_credentials",
                "scope",
                SCOPE));
        var reply = client.send(
                connection.id(),
                http -> http.post()
                        .uri(place)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .accept(MediaType.APPLICATION_JSON)
                        .body(form.getBytes(StandardCharsets.UTF_8)));
        return token(reply);
    }

    private static String encoded(Map<String, String> held, String field) {
        return WebinarAddress.encoded(held.getOrDefault(field, ""));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + WebinarAddress.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private Token token(Reply reply) {
        if (reply.status() >= 400 && reply.status() < 500 && reply.status() != 408 && reply.status() != 429) {
            throw new ProviderTrouble(new Barred(words(reply)));
        }
        if (reply.status() != 200) {
            throw new ProviderTrouble(refusals.of(reply));
        }
        var answer = reply.json();
        var token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new ProviderTrouble(new ProviderFailure.Unclear(OwnWords.NO_TOKEN.words()));
        }
        var seconds = answer.path("expires_in").asInt(SHORT);
        return new Token(token, clock.instant().plus(Duration.ofSeconds(seconds)));
    }

    /** The first line of what the platform says: the rest are traces of the request. */
    private static String words(Reply reply) {
        var said = reply.said("/error_description").lines().findFirst().orElse("");
        return ProviderFailure.cut(
                OwnWords.NOT_SIGNED_IN.words() + " " + (said.isBlank() ? reply.said("/error") : said));
    }
}
