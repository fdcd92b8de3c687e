package rollcall.provider.teams;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part of a page of a list. How much Graph puts on a page is its own choice, so a page is never held whole.
 *
 * @param items what was made of it
 * @param read how many entries of the page were read, with those that were skipped
 * @param more whether the page has more
 * @param next the link to the next page; null when this is the last
 */
record Slice<T>(
        List<T> items, int read, boolean more, @Nullable String next) {

    /** Entries. */
    static final int MOST = 5000;

    /** Behind each entry comes the next one. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads {@code {"value":[…],"@odata.nextLink":"…"}}.
     *
     * @param skip so many entries that were read before
     * @param of what an entry becomes; nothing when it does not matter
     * @throws ProviderTrouble unclear, when that is no such list or only a part of it came
     */
    static <T> Slice<T> of(InputStream body, int skip, Function<JsonNode, Optional<T>> of) {
        try (var parser = JSON.createParser(body)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                var slice = read(parser, skip, of);
                if (slice != null) {
                    return slice;
                }
            }
        } catch (JacksonException noList) {
            // Answered below; what could not be read may name somebody.
        }
        throw new ProviderTrouble(new Unclear(OwnWords.LIST_ODD.words()));
    }

    private static <T> @Nullable Slice<T> read(JsonParser parser, int skip, Function<JsonNode, Optional<T>> of) {
        Slice<T> list = null;
        String next = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var begins = parser.nextToken();
            if (name.equals("value") && begins == JsonToken.START_ARRAY) {
                list = entries(parser, skip, of);
                if (list.more()) {
                    return list;
                }
            } else if (name.equals("@odata.nextLink") && begins == JsonToken.VALUE_STRING) {
                next = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
        return list == null ? null : new Slice<>(list.items(), list.read(), false, next);
    }

    private static <T> Slice<T> entries(JsonParser parser, int skip, Function<JsonNode, Optional<T>> of) {
        var items = new ArrayList<T>();
        int read = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (read == skip + MOST) {
                return new Slice<>(items, read, true, null);
            }
            if (read++ < skip) {
                parser.skipChildren();
            } else {
                of.apply(JSON.readTree(parser)).ifPresent(items::add);
            }
        }
        return new Slice<>(items, read, false, null);
    }
}
