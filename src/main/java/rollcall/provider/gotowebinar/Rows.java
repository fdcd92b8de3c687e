package rollcall.provider.gotowebinar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rollcall.provider.OwnWords;
import rollcall.provider.Page;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import tools.jackson.databind.JsonNode;

/**
 * A page of a list, in whichever envelope it came [G2-OAS]: {@code data} with {@code total} and {@code limit} for
 * registrants, {@code _embedded} with {@code page} for all other lists, or a bare array, which is all there is.
 *
 * @param total of all pages; what is on this one when that is not said
 */
record Rows(List<JsonNode> rows, boolean last, int total) {

    /** The most that a page holds [G2-OAS]. */
    static final int SIZE = 200;

    /**
     * @param page which one was asked for, counted from 0
     * @throws ProviderTrouble unclear, when it is no list: what is not understood is not taken for an empty report
     */
    static Rows of(JsonNode body, int page) {
        if (body.isArray()) {
            var all = body.valueStream().toList();
            return new Rows(all, true, all.size());
        }
        if (body.path("data").isArray()) {
            return ofData(body, page);
        }
        if (body.path("_embedded").isObject() || body.path("page").isObject()) {
            return ofEmbedded(body, page);
        }
        throw new ProviderTrouble(new Unclear(OwnWords.LIST_ODD.words()));
    }

    private static Rows ofData(JsonNode body, int page) {
        var rows = body.path("data").valueStream().toList();
        var limit = Math.max(1, body.path("limit").asInt(SIZE));
        var total = body.path("total").asInt(-1);
        var last = total < 0 ? rows.size() < limit : (page + 1L) * limit >= total;
        return new Rows(rows, last || rows.isEmpty(), Math.max(total, rows.size()));
    }

    /** An empty list comes without {@code _embedded}; its one member is called after what it holds. */
    private static Rows ofEmbedded(JsonNode body, int page) {
        var rows = body.path("_embedded")
                .valueStream()
                .filter(JsonNode::isArray)
                .findFirst()
                .map(list -> list.valueStream().toList())
                .orElse(List.of());
        var pages = body.path("page").path("totalPages").asInt(-1);
        var last = pages < 0 ? rows.size() < SIZE : page + 1 >= pages;
        var total = body.path("page").path("totalElements").asInt(-1);
        return new Rows(rows, last || rows.isEmpty(), Math.max(total, rows.size()));
    }

    /** The number that a cursor is; 0 for the first page. */
    static int number(@Nullable String cursor) {
        return cursor != null && cursor.matches("\\d{1,8}") ? Integer.parseInt(cursor) : 0;
    }

    @Nullable
    String next(int page) {
        return last ? null : String.valueOf(page + 1);
    }

    <T> Page<T> as(List<T> items, int page) {
        return new Page<>(items, next(page), last);
    }
}
