package rollcall.provider.zoom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec;
import rollcall.provider.ProviderClient;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Reply;
import tools.jackson.databind.JsonNode;

/** Calls Zoom's REST API with a token that it takes: one that is refused is renewed once. */
final class ZoomApi {

    /** The most that Zoom puts on a page [Z-OAS]. */
    static final int PAGE = 300;

    private final ProviderClient client;
    private final ZoomTokens tokens;
    private final Clock clock;

    ZoomApi(ProviderClient client, ZoomTokens tokens, Clock clock) {
        this.client = client;
        this.tokens = tokens;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Sends a request; what is refused for its token was surely not done, and is sent once more.
     *
     * @return whatever was answered, also a refusal
     * @throws ProviderTrouble when there is no answer, or no token
     */
    Reply send(long connectionId, Function<RestClient, RequestHeadersSpec<?>> request) {
        var token = tokens.of(connectionId);
        var reply = sent(connectionId, request, token);
        if (!Mistakes.locksOut(reply)) {
            return reply;
        }
        tokens.forget(connectionId, token);
        return sent(connectionId, request, tokens.of(connectionId));
    }

    private Reply sent(long connectionId, Function<RestClient, RequestHeadersSpec<?>> request, String token) {
        return client.send(
                connectionId, rest -> request.apply(rest).header(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    }

    /** As {@link #send}, for what only reads. */
    Reply get(long connectionId, String path, Object... variables) {
        return send(connectionId, rest -> rest.get().uri(path, variables));
    }

    /**
     * Reads what has to be there.
     *
     * @throws ProviderTrouble when it is not, or there is no answer
     */
    JsonNode read(long connectionId, String path, Object... variables) {
        return json(get(connectionId, path, variables));
    }

    JsonNode json(Reply reply) {
        if (!reply.ok()) {
            throw new ProviderTrouble(failure(reply));
        }
        return reply.json();
    }

    /** Reading does nothing at Zoom, so nothing about it is unclear. */
    private ProviderFailure failure(Reply reply) {
        return Mistakes.of(reply, now()) instanceof Unclear(var words)
                ? new Temporary(words)
                : Mistakes.of(reply, now());
    }

    /**
     * Reads a page of a list.
     *
     * @param token from the page before; empty for the first
     * @throws StaleMark when Zoom does not know that token any more
     */
    JsonNode page(long connectionId, String token, String path, Object... variables) {
        return json(pageReply(connectionId, token, path, variables));
    }

    Reply pageReply(long connectionId, String token, String path, Object... variables) {
        var paged = path + (path.contains("?") ? "&" : "?") + "page_size=" + PAGE;
        var reply = token.isEmpty()
                ? get(connectionId, paged, variables)
                : get(connectionId, paged + "&next_page_token={token}", with(variables, token));
        if (!token.isEmpty() && Mistakes.pageIsStale(reply)) {
            throw new StaleMark();
        }
        return reply;
    }

    private static Object[] with(Object[] variables, String token) {
        var all = Arrays.copyOf(variables, variables.length + 1);
        all[variables.length] = token;
        return all;
    }

    /** The token of the page that follows; empty when this is the last [Z-OAS]. */
    static String next(JsonNode page) {
        return page.path("next_page_token").asString("");
    }

    /**
     * A run's UUID as a part of a path, which is encoded once more on its way: Zoom wants it twice when it begins with a
     * slash or holds two of them together [Z-OAS].
     */
    static String uuid(String uuid) {
        return uuid.startsWith("/") || uuid.contains("//") ? URLEncoder.encode(uuid, StandardCharsets.UTF_8) : uuid;
    }
}
