package rollcall.provider.gotowebinar;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderClient;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderSettings;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * The consent of an organizer, given in the browser: OAuth's authorization code with PKCE S256 [G2-NOTE, G2-TOK], as GoTo
 * has no way in for machines alone. What comes of it is kept with the connection: a refresh token, and whose it is.
 */
@Component
class Consent {

    /** Must be asked for whenever a token is [G2-OAS]. */
    private static final String SCOPE = "collab:";

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);

    private final ProviderKeys keys;
    private final Place place;
    private final ProviderClient client;
    private final Failures failures;
    private final TokenDesk desk;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Consent(ProviderKeys keys, ProviderSettings settings, Clock clock) {
        this.keys = keys;
        this.place = Place.of(settings);
        this.client = new ProviderClient(place.api(), place.rate(), place.concurrency());
        this.failures = new Failures(new Pauses(clock));
        this.desk = new TokenDesk(keys, place, failures, clock);
        this.clock = clock;
    }

    /** To be kept, secretly, until the organizer comes back. */
    AskedConsent ask(long connectionId) {
        return new AskedConsent(
                connectionId, secret(), secret(), clock.instant().plus(LONG_ENOUGH));
    }

    private String secret() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Where the organizer consents.
     *
     * @param back where GoTo sends them then; must stand in GoTo's list of this client's addresses
     * @throws ProviderTrouble barred, when there is no such connection or it is switched off
     */
    URI address(AskedConsent asked, String back) {
        return UriComponentsBuilder.fromUri(place.authorize())
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{back}")
                .queryParam("scope", "{scope}")
                .queryParam("state", "{state}")
                .queryParam("code_challenge", "{challenge}")
                .queryParam("code_challenge_method", "S256")
                .encode()
                .build(Map.of(
                        "client", Held.typed(keys, asked.connectionId()).clientId(),
                        "back", back,
                        "scope", SCOPE,
                        "state", asked.state(),
                        "challenge", challenge(asked.verifier())));
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Keeps what the code is worth.
     *
     * @param back as in {@link #address}
     * @throws ProviderTrouble when GoTo gives nothing for it; what was there before stays
     */
    void given(AskedConsent asked, String code, String back) {
        var id = asked.connectionId();
        var said = desk.exchange(id, code, asked.verifier(), back);
        var refresh = Json.text(said, "refresh_token");
        if (refresh.isEmpty()) {
            throw new ProviderTrouble(new Barred(OwnWords.NO_TOKEN.words()));
        }
        var whose = whose(id, said);
        keys.keep(
                id,
                Map.of(
                        Held.REFRESH_TOKEN, refresh,
                        Held.ORGANIZER_KEY, whose.organizer(),
                        Held.ACCOUNT_KEY, whose.account()));
    }

    private record Whose(String organizer, String account) {}

    /** Older answers say so themselves [G2-PHP]; else the token's owner is asked for. */
    private Whose whose(long connectionId, JsonNode said) {
        var organizer = Json.text(said, "organizer_key");
        if (!organizer.isEmpty()) {
            return new Whose(organizer, Json.text(said, "account_key"));
        }
        var me = me(connectionId, Json.text(said, "access_token"));
        var key = Json.text(me, "key");
        if (key.isEmpty()) {
            throw new ProviderTrouble(new Rejected(Refusal.OTHER, OwnWords.NO_CONSENTER.words()));
        }
        return new Whose(key, account(me));
    }

    /** What it answers is known from clients only [G2-PHP]: {@code key}, and {@code accountKey} or a list. */
    private static String account(JsonNode me) {
        return Stream.of(me.path("accountKey"), me.path("accounts").path(0).path("key"))
                .map(one -> one.asString(""))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
    }

    private JsonNode me(long connectionId, String token) {
        var reply = client.send(
                connectionId,
                rest -> rest.get()
                        .uri(place.me())
                        .accept(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token));
        if (!reply.ok()) {
            throw new ProviderTrouble(failures.of(connectionId, reply));
        }
        return reply.json();
    }
}
