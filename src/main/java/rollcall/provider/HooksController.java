package rollcall.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Where providers tell at once what has happened. What they tell is stored as it came and worked on a moment later; it is a
 * hint, and nothing of it is believed, but that event is read again soon, as by a refresh. So what is repeated, comes late or
 * in another order does no harm.
 */
@Controller
class HooksController {

    /** Bytes. */
    private static final int LONGEST = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(HooksController.class);

    private final Connections connections;
    private final Webinars webinars;
    private final ProviderCalls calls;

    HooksController(Connections connections, Webinars webinars, ProviderCalls calls) {
        this.connections = connections;
        this.webinars = webinars;
        this.calls = calls;
    }

    /** Answers within a second: 204, or what the provider asks for; 404 or 401 to anybody else. */
    @PostMapping("/hooks/{kind}/{connectionId}")
    ResponseEntity<String> hear(@PathVariable String kind, @PathVariable long connectionId, HttpServletRequest request)
            throws IOException {
        if (connections.inUse(kind, connectionId).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        var heard = heard(kind, connectionId, new Knock(headers(request), query(request), body));
        return answer(connectionId, body, heard);
    }

    /** A provider may look whether there is anybody [G2-OAS: the address must answer GET with 200]. */
    @GetMapping("/hooks/{kind}/{connectionId}")
    ResponseEntity<Void> there(@PathVariable String kind, @PathVariable long connectionId) {
        return connections.inUse(kind, connectionId).isPresent()
                ? ResponseEntity.ok().build()
                : ResponseEntity.notFound().build();
    }

    private Heard heard(String kind, long connectionId, Knock knock) {
        try {
            return webinars.provider(kind).hear(connectionId, knock);
        } catch (RuntimeException senseless) {
            LOG.warn(
                    "A call to connection {} makes no sense: {}",
                    connectionId,
                    senseless.getClass().getSimpleName());
            return new Heard.Nobody();
        }
    }

    private ResponseEntity<String> answer(long connectionId, byte[] body, Heard heard) {
        return switch (heard) {
            case Heard.Nobody nobody ->
                ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
            case Heard.Challenge(var type, var answer) ->
                ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, type).body(answer);
            case Heard.News(var items) -> {
                calls.keep(connectionId, body, items);
                yield ResponseEntity.noContent().build();
            }
        };
    }

    private static HttpHeaders headers(HttpServletRequest request) {
        var headers = new HttpHeaders();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.add(name, request.getHeader(name)));
        return headers;
    }

    /** Of the address alone: a form in the body is for the provider's room. */
    private static Map<String, String> query(HttpServletRequest request) {
        var query = new TreeMap<String, String>();
        var raw = request.getQueryString();
        if (raw != null) {
            UriComponentsBuilder.newInstance()
                    .query(raw)
                    .build()
                    .getQueryParams()
                    .toSingleValueMap()
                    .forEach((name, value) ->
                            query.put(name, value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8)));
        }
        return query;
    }
}
