package rollcall.campaign;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rollcall.web.Seals;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes one call. The body is signed together with the time, so that nobody else can say it and nobody can say it again
 * later: {@code X-Rollcall-Signature: sha256=} and the HMAC-SHA256 of the header {@code X-Rollcall-Timestamp}, a full stop
 * and the body. {@code X-Rollcall-Call} is the same when a call is repeated.
 */
@Component
class WebhookClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Seals seals;
    private final boolean allowPrivate;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(Redirect.NEVER)
            .build();

    WebhookClient(Seals seals, @Value("${rollcall.webhooks.allow-private:false}") boolean allowPrivate) {
        this.seals = seals;
        this.allowPrivate = allowPrivate;
    }

    /**
     * @param status what was answered; null when nothing was
     * @param failure the key of a message; null when something was answered
     */
    record Answer(@Nullable Integer status, @Nullable String failure) {}

    Answer call(Webhook webhook, WebhookCall call, Instant now) {
        try {
            var address = WebhookAddress.parse(webhook.address(), allowPrivate);
            if (address.isEmpty()
                    || !(allowPrivate || WebhookAddress.outside(address.get().getHost()))) {
                return new Answer(null, "campaign.webhook.inside");
            }
            var answer = http.send(request(address.get(), webhook, call, now), BodyHandlers.discarding());
            return new Answer(answer.statusCode(), null);
        } catch (UnknownHostException nobody) {
            return new Answer(null, "campaign.webhook.unknown-host");
        } catch (IOException away) {
            return new Answer(null, "campaign.webhook.no-answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer(null, "campaign.webhook.no-answer");
        }
    }

    private HttpRequest request(URI address, Webhook webhook, WebhookCall call, Instant now) {
        var body = body(call);
        var at = Long.toString(now.getEpochSecond());
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("X-Rollcall-Call", Long.toString(call.id()))
                .header("X-Rollcall-Timestamp", at)
                .header(
                        "X-Rollcall-Signature",
                        "sha256=" + sign(seals.open(webhook.sealedKey(), Webhook.PLACE), at + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String body(WebhookCall call) {
        var about = call.about();
        var body = new LinkedHashMap<String, Object>();
        body.put("event", "campaign");
        body.put("campaign", call.campaign());
        body.put("program", Map.of("id", about.programId(), "name", about.program()));
        body.put("member", about.memberId());
        var person = new LinkedHashMap<String, Object>();
        person.put("email", about.email());
        person.put("first", about.firstName());
        person.put("last", about.lastName());
        body.put("person", person);
        body.put("status", about.status());
        body.put("reason", about.reason());
        body.put("at", call.createdAt().toString());
        return JSON.writeValueAsString(body);
    }

    static String sign(String key, String what) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
