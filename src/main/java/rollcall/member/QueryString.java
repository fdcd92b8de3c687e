package rollcall.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The part of an address behind the question mark: read, or put together without what is empty. */
final class QueryString {

    private final StringJoiner parts = new StringJoiner("&");

    static MultiValueMap<String, String> parse(String query) {
        var values = new LinkedMultiValueMap<String, String>();
        for (var part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.add(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new BadFilter("%");
        }
    }

    QueryString with(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value.toString(), UTF_8));
        }
        return this;
    }

    QueryString withEach(String name, Iterable<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    /** Behind a path, with the question mark when there is anything to ask. */
    String after(String path) {
        return parts.length() == 0 ? path : path + "?" + parts;
    }

    @Override
    public String toString() {
        return parts.toString();
    }
}
