package rollcall.provider.teams;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderClient;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of Microsoft Graph v1.0 with an app's own permissions. A token that is refused is renewed, once. Paths are those
 * below the base, encoded, with a query where there is one.
 */
final class Graph {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Bytes of a refusal that are looked at. */
    private static final int REFUSAL = 1 << 16;

    private final String base;
    private final ProviderClient client;
    private final SignIn signIn;
    private final Refusals refusals;

    Graph(String base, int rate, int concurrency, SignIn signIn, Refusals refusals) {
        this.base = base;
        this.client = new ProviderClient(base, rate, concurrency);
        this.signIn = signIn;
        this.refusals = refusals;
    }

    /** @throws ProviderTrouble when there is no answer; a refusal is an answer */
    Reply get(long connectionId, String path) {
        return authorized(
                connectionId,
                token -> client.send(connectionId, http -> signed(http.get().uri(uri(path)), token)),
                Reply::status);
    }

    /**
     * As {@link #get}, what is there.
     *
     * @throws ProviderTrouble also for a refusal
     */
    JsonNode read(long connectionId, String path) {
        var reply = get(connectionId, path);
        if (reply.status() != 200) {
            throw new ProviderTrouble(refusals.of(reply));
        }
        return reply.json();
    }

    /** @param body null for none; @throws ProviderTrouble as {@link #get} */
    Reply post(long connectionId, String path, @Nullable Object body) {
        return send(HttpMethod.POST, connectionId, path, body);
    }

    /** As {@link #post}, with another method. */
    Reply send(HttpMethod method, long connectionId, String path, @Nullable Object body) {
        return authorized(
                connectionId,
                token -> client.send(connectionId, http -> {
                    var request = http.method(method).uri(uri(path));
                    if (body != null) {
                        request.contentType(MediaType.APPLICATION_JSON)
                                .body(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
                    }
                    return signed(request, token);
                }),
                Reply::status);
    }

    /** What was read, or the refusal. */
    private record Heard<T>(
            int status, @Nullable T read, @Nullable Reply refusal) {}

    /**
     * Reads a list while it comes in.
     *
     * @throws ProviderTrouble when there is none
     */
    <T> T read(long connectionId, String path, Function<InputStream, T> reading) {
        var heard = authorized(
                connectionId,
                token -> client.<Heard<T>>read(
                        connectionId,
                        http -> signed(http.get().uri(uri(path)), token),
                        (status, headers, body) -> status == 200
                                ? new Heard<>(status, reading.apply(body), null)
                                : new Heard<>(status, null, new Reply(status, headers, body.readNBytes(REFUSAL)))),
                Heard::status);
        if (heard.refusal() != null || heard.read() == null) {
            throw new ProviderTrouble(
                    heard.refusal() == null ? new Unclear(OwnWords.NO_ANSWER.words()) : refusals.of(heard.refusal()));
        }
        return heard.read();
    }

    private <T> T authorized(long connectionId, Function<String, T> call, ToIntFunction<T> status) {
        var token = signIn.token(connectionId);
        var answer = call.apply(token);
        if (status.applyAsInt(answer) != 401) {
            return answer;
        }
        signIn.forget(connectionId, token);
        return call.apply(signIn.token(connectionId));
    }

    private static RequestHeadersSpec<?> signed(RequestHeadersSpec<?> request, String token) {
        return request.accept(MediaType.APPLICATION_JSON).header("Authorization", "Bearer " + token);
    }

    private URI uri(String path) {
        try {
            return URI.create(base + path);
        } catch (IllegalArgumentException noAddress) {
            throw new ProviderTrouble(new Unclear(OwnWords.ODD_ADDRESS.words()));
        }
    }
}
