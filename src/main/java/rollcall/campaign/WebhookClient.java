package rollcall.campaign;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLSocketFactory;
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
    private final WebhookLine line;

    WebhookClient(Seals seals, @Value("${rollcall.webhooks.allow-private:false}") boolean allowPrivate) {
        this.seals = seals;
        this.allowPrivate = allowPrivate;
        var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        this.line = new WebhookLine(InetAddress::getAllByName, tls, allowPrivate, WebhookLine.ANSWER);
    }

    /**
     * @param status what was answered; null when nothing was
     * @param failure the key of a message; null when something was answered
     */
    record Answer(@Nullable Integer status, @Nullable String failure) {}

    Answer call(Webhook webhook, WebhookCall call, Instant now) {
        try {
            var address = WebhookAddress.parse(webhook.address(), allowPrivate);
            if (address.isEmpty()) {
                return new Answer(null, "campaign.webhook.inside");
            }
            var body = body(call);
            return new Answer(line.post(address.get(), headers(webhook, call, body, now), body), null);
        } catch (WebhookLine.Inside inside) {
            return new Answer(null, "campaign.webhook.inside");
        } catch (UnknownHostException nobody) {
            return new Answer(null, "campaign.webhook.unknown-host");
        } catch (IOException away) {
            return new Answer(null, "campaign.webhook.no-answer");
        }
    }

    private Map<String, String> headers(Webhook webhook, WebhookCall call, String body, Instant now) {
        var at = Long.toString(now.getEpochSecond());
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("X-Rollcall-Call", Long.toString(call.id()));
        headers.put("X-Rollcall-Timestamp", at);
        var key = seals.open(webhook.sealedKey(), Webhook.PLACE);
        headers.put("X-Rollcall-Signature", "sha256=" + sign(key, at + "." + body));
        return headers;
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
