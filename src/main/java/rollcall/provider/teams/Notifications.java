package rollcall.provider.teams;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import rollcall.provider.Heard;
import rollcall.provider.Knock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads change notifications of Graph (MS-CN, MS-VAL). Theirs is what carries the {@code clientState} of the subscription;
 * they hold no data, so the webinar is read again. When a subscription is made, Graph asks with a token that is sent back.
 */
final class Notifications {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern RESOURCE = Pattern.compile(
            "/?solutions/virtualEvents/webinars(?:/|\\(')([^/')]{1,200})(?:'\\))?(/.*)?", Pattern.CASE_INSENSITIVE);

    /** What Graph says of a subscription itself [assumed: as of its other resources]. */
    private static final Map<String, Heard.What> LIFECYCLE = Map.of(
            "reauthorizationRequired", Heard.What.SUBSCRIPTION_ENDS,
            "subscriptionRemoved", Heard.What.SUBSCRIPTION_LOST,
            "missed", Heard.What.MISSED);

    /** Longer than any that is known; what is sent back as plain text does no harm. */
    private static final int LONGEST_TOKEN = 2_000;

    private final byte[] clientState;

    /** @param clientState not empty */
    Notifications(String clientState) {
        if (clientState.isBlank()) {
            throw new IllegalArgumentException("Without a client state nothing is proved.");
        }
        this.clientState = clientState.getBytes(StandardCharsets.UTF_8);
    }

    Heard hear(Knock knock, Instant now) {
        var token = knock.query().get("validationToken");
        if (token != null) {
            return token.isEmpty() || token.length() > LONGEST_TOKEN
                    ? new Heard.Nobody()
                    : new Heard.Challenge("text/plain", token);
        }
        try {
            return news(JSON.readTree(knock.body()).path("value"), now);
        } catch (JacksonException noJson) {
            return new Heard.Nobody();
        }
    }

    /** One of several that is not Graph's makes all of it nobody's. */
    private Heard news(JsonNode all, Instant now) {
        var items = new ArrayList<Heard.Item>();
        for (var one : all) {
            var state = one.path("clientState").asString("").getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(clientState, state)) {
                return new Heard.Nobody();
            }
            var lifecycle = LIFECYCLE.get(one.path("lifecycleEvent").asString(""));
            if (lifecycle != null) {
                items.add(new Heard.Item(one.path("subscriptionId").asString(""), lifecycle, now));
                continue;
            }
            var resource = RESOURCE.matcher(one.path("resource").asString(""));
            if (resource.matches()) {
                var what = resource.group(2) != null && resource.group(2).startsWith("/registrations")
                        ? Heard.What.REGISTRATIONS
                        : Heard.What.CHANGED;
                items.add(new Heard.Item(resource.group(1), what, now));
            }
        }
        return all.isEmpty() ? new Heard.Nobody() : new Heard.News(List.copyOf(items));
    }
}
