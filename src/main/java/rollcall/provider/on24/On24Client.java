package rollcall.provider.on24;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import org.springframework.web.util.UriBuilder;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderClient;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderKeys;
import rollcall.provider.ProviderSettings;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Reply;

/**
 * Calls ON24's REST interface, version 2: two headers open it, what is written is a form, and what comes back is JSON
 * (ON24-OAS, ON24-NOTE).
 */
final class On24Client {

    private static final String US = "https://api.on24.com/v2";

    /** Accounts that are held in the European Union (ON24-NOTE). */
    private static final String EU = "https://api.eu.on24.com/v2";

    /** How much of a refusal is read. */
    private static final int REFUSAL = 1 << 16;

    /** Quotas are not published (ON24-NOTE): assumed, and low. */
    private static final int RATE = 10;

    static final int CONCURRENCY = 4;

    private final ProviderKeys keys;
    private final ProviderClient us;
    private final ProviderClient eu;
    private final Refusals refusals;

    On24Client(ProviderKeys keys, ProviderSettings settings, On24Settings own, Clock clock) {
        this.keys = keys;
        var service = settings.service(On24.KIND);
        var rate = service.rate(RATE);
        var concurrency = service.concurrency(CONCURRENCY);
        this.us = new ProviderClient(service.baseUrl(US), rate, concurrency);
        this.eu = new ProviderClient(service.baseUrl(EU), rate, concurrency);
        this.refusals = new Refusals(own, clock);
    }

    /** What is asked for below the account: {@code "/event/{event}"}, with what stands in the braces, and the query. */
    record Ask(String path, Map<String, String> in, Map<String, String> query) {

        static Ask of(String path) {
            return new Ask(path, Map.of(), Map.of());
        }

        static Ask ofEvent(String event, String path) {
            return new Ask("/event/{event}" + path, Map.of("event", event), Map.of());
        }

        Ask with(Map<String, String> asked) {
            return new Ask(path, in, asked);
        }

        private URI uri(UriBuilder builder, String client) {
            var values = new HashMap<String, Object>(in);
            values.put("client", client);
            builder.path("/client/{client}" + path);
            query.forEach((name, value) -> {
                builder.queryParam(name, "{q-" + name + "}");
                values.put("q-" + name, value);
            });
            return builder.build(values);
        }
    }

    /** @throws ProviderTrouble when there is no answer; a refusal is one */
    Reply get(long connectionId, Ask ask) {
        var door = door(connectionId);
        return door.service()
                .send(
                        connectionId,
                        client -> door.opened(client.get().uri(builder -> ask.uri(builder, door.client()))));
    }

    /** As {@link #get}, with a form. */
    Reply write(long connectionId, HttpMethod method, Ask ask, MultiValueMap<String, String> form) {
        var door = door(connectionId);
        return door.service()
                .send(
                        connectionId,
                        client -> door.opened(client.method(method)
                                .uri(builder -> ask.uri(builder, door.client()))
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .body(form)));
    }

    /**
     * Reads a list while it comes in.
     *
     * @throws ProviderTrouble when it is refused, or there is no answer
     */
    <T> T read(long connectionId, Ask ask, Function<InputStream, T> reading) {
        var door = door(connectionId);
        return door.service()
                .read(
                        connectionId,
                        client -> door.opened(client.get().uri(builder -> ask.uri(builder, door.client()))),
                        (status, headers, body) -> {
                            if (status == 200) {
                                return reading.apply(body);
                            }
                            throw new ProviderTrouble(refused(connectionId, new Reply(status, headers, start(body))));
                        });
    }

    private static byte[] start(InputStream body) throws IOException {
        return body.readNBytes(REFUSAL);
    }

    Refusals refusals() {
        return refusals;
    }

    private ProviderFailure refused(long connectionId, Reply reply) {
        return refusals.of(connectionId, reply).orElseGet(() -> new Unclear(Refusals.words(reply)));
    }

    /**
     * The answer, when it is none that refuses.
     *
     * @throws ProviderTrouble when it is
     */
    Reply granted(long connectionId, Reply reply) {
        refusals.of(connectionId, reply).ifPresent(failure -> {
            throw new ProviderTrouble(failure);
        });
        return reply;
    }

    private record Door(ProviderClient service, String client, String key, String secret) {

        RequestHeadersSpec<?> opened(RequestHeadersSpec<?> request) {
            return request.header("accessTokenKey", key)
                    .header("accessTokenSecret", secret)
                    .accept(MediaType.APPLICATION_JSON);
        }
    }

    private Door door(long connectionId) {
        var held = keys.of(connectionId);
        return new Door(
                region(held), typed(held, On24.CLIENT_ID), typed(held, On24.TOKEN_KEY), typed(held, On24.TOKEN_SECRET));
    }

    private ProviderClient region(Map<String, String> held) {
        return switch (held.getOrDefault(On24.REGION, "").strip().toLowerCase(Locale.ROOT)) {
            case "", "us" -> us;
            case "eu" -> eu;
            default -> throw new ProviderTrouble(new Barred(OwnWords.REGION_ODD.words()));
        };
    }

    /** @throws ProviderTrouble barred, when it is missing or cannot stand in a request */
    private static String typed(Map<String, String> held, String field) {
        var value = held.getOrDefault(field, "").strip();
        if (value.isEmpty() || !value.chars().allMatch(one -> one > ' ' && one < 127)) {
            throw new ProviderTrouble(new Barred(OwnWords.FIELD_MISSING.with(field)));
        }
        return value;
    }
}
