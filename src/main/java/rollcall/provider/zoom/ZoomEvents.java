package rollcall.provider.zoom;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import rollcall.provider.Heard;
import rollcall.provider.Knock;
import rollcall.provider.zoom.ZoomEvent.Challenge;
import rollcall.provider.zoom.ZoomEvent.Forged;
import rollcall.provider.zoom.ZoomEvent.Senseless;
import rollcall.provider.zoom.ZoomEvent.Told;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what Zoom says by itself, once it is proved that Zoom says it: {@code x-zm-signature} is {@code v0=} and the hex
 * HMAC-SHA256 of {@code v0:<x-zm-request-timestamp>:<raw body>} with the secret token of the app [Z-SK, Z-WH].
 */
final class ZoomEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How old, or how far ahead, what is said may be [assumed]. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** No colon: whoever answers to one with a colon signs whatever body the asker likes. */
    private static final Pattern PLAIN_TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    private final byte[] secret;

    /** @param secret the secret token of the app; not empty */
    ZoomEvents(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("Without a secret nothing is proved.");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** What is to be made of a call. What says nothing of use is answered as if it did: Zoom would send it again. */
    Heard hear(Knock knock, Instant now) {
        var headers = knock.headers();
        var event =
                read(headers.getFirst("x-zm-request-timestamp"), headers.getFirst("x-zm-signature"), knock.body(), now);
        return switch (event) {
            case Forged forged -> new Heard.Nobody();
            case Senseless senseless -> new Heard.News(List.of());
            case Challenge(var reply) -> new Heard.Challenge("application/json", reply);
            case Told told -> new Heard.News(items(told));
        };
    }

    private static List<Heard.Item> items(Told told) {
        var name = told.event();
        if (name.equals("webinar.started")) {
            return List.of(new Heard.Item(told.webinarId(), Heard.What.BEGAN, told.at()));
        }
        if (name.equals("webinar.ended")) {
            return List.of(new Heard.Item(told.webinarId(), Heard.What.ENDED, told.at()));
        }
        return name.startsWith("webinar.registration_")
                ? List.of(new Heard.Item(told.webinarId(), Heard.What.REGISTRATIONS, told.at()))
                : List.of();
    }

    /**
     * What was said, or why it is not believed.
     *
     * @param timestamp the header {@code x-zm-request-timestamp}; null when it was not there
     * @param signature the header {@code x-zm-signature}; likewise
     * @param body as it came, byte for byte
     */
    ZoomEvent read(@Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        if (timestamp == null || signature == null || !fresh(timestamp, now) || !signed(timestamp, signature, body)) {
            return new Forged();
        }
        try {
            return said(JSON.readTree(body));
        } catch (JacksonException noJson) {
            return new Senseless();
        }
    }

    private static boolean fresh(String timestamp, Instant now) {
        return SECONDS.matcher(timestamp).matches()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(FRESH)
                        <= 0;
    }

    /** In the same time, whatever was guessed. */
    private boolean signed(String timestamp, String signature, byte[] body) {
        var mac = mac();
        mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
        var ours = "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        return MessageDigest.isEqual(ours.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private ZoomEvent said(JsonNode said) {
        var payload = said.path("payload");
        var event = said.path("event").asString("");
        if (event.equals("endpoint.url_validation")) {
            return challenge(payload.path("plainToken").asString(""));
        }
        var object = payload.path("object");
        var webinar = object.path("id").asString(""); // a number in some events, a text in others [Z-RIV]
        return event.isEmpty() || webinar.isEmpty() ? new Senseless() : told(said, event, webinar, object);
    }

    /** Asked when the address is set and every 72 hours [Z-WH, Z-VAL]. */
    private ZoomEvent challenge(String plainToken) {
        if (!PLAIN_TOKEN.matcher(plainToken).matches()) {
            return new Senseless();
        }
        var encrypted = HexFormat.of().formatHex(mac().doFinal(plainToken.getBytes(StandardCharsets.UTF_8)));
        return new Challenge(JSON.writeValueAsString(Map.of("plainToken", plainToken, "encryptedToken", encrypted)));
    }

    private static Told told(JsonNode said, String event, String webinar, JsonNode object) {
        var registrant = object.path("registrant");
        var participant = object.path("participant");
        var id =
                registrant.path("id").asString(participant.path("registrant_id").asString(""));
        var email = registrant.path("email").asString(participant.path("email").asString(""));
        var at = said.path("event_ts").asLong(0);
        return new Told(
                event,
                webinar,
                object.path("uuid").asString(""),
                id,
                email,
                Instant.ofEpochMilli(at),
                "%s|%s|%d|%s"
                        .formatted(
                                event,
                                webinar,
                                at,
                                id.isEmpty() ? participant.path("user_id").asString("") : id));
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
