package rollcall.provider.gotowebinar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import rollcall.provider.Heard;
import rollcall.provider.Knock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what GoTo Webinar says by itself [G2-NOTE]. How it signs is not published [gap], so what proves it is a secret in the
 * address that nobody else knows; and nothing of what it says is believed.
 */
final class GoToEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final byte[] secret;

    /** @param secret not empty */
    GoToEvents(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("Without a secret nothing is proved.");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** What says nothing of use is answered as if it did: it would be sent again. */
    Heard hear(Knock knock, Instant now) {
        var key = knock.query().getOrDefault("key", "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(secret, key)) {
            return new Heard.Nobody();
        }
        try {
            return new Heard.News(items(JSON.readTree(knock.body()), now));
        } catch (JacksonException noJson) {
            return new Heard.News(List.of());
        }
    }

    private static List<Heard.Item> items(JsonNode said, Instant now) {
        var webinar = said.path("webinarKey").asString("");
        if (webinar.isEmpty()) {
            return List.of();
        }
        return switch (said.path("eventName").asString("")) {
            case "registrant.added" -> List.of(new Heard.Item(webinar, Heard.What.REGISTRATIONS, now));
            case "webinar.changed" -> List.of(new Heard.Item(webinar, Heard.What.CHANGED, now));
            default -> List.of();
        };
    }
}
