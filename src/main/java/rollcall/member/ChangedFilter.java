package rollcall.member;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Whom of a change the page names.
 *
 * @param from the key of the status they had; {@link #NOBODY} for those who came in, null for whatever it was
 * @param to the key of the status they were given; null for whatever it is
 * @param after the key of the page before; null for the first page
 */
record ChangedFilter(
        @Nullable String from,
        @Nullable String to,
        @Nullable String after) {

    /** In an address, instead of a status, somebody who was not in the program before. */
    static final String NOBODY = "-";

    static ChangedFilter of(MultiValueMap<String, String> query) {
        return new ChangedFilter(text(query, "from"), text(query, "to"), text(query, "after"));
    }

    private static @Nullable String text(MultiValueMap<String, String> query, String name) {
        var text = query.getFirst(name);
        return text == null || text.isEmpty() ? null : text;
    }

    public boolean narrows() {
        return from != null || to != null;
    }

    boolean means(@Nullable String givenFrom, String givenTo) {
        return (from == null || from.equals(givenFrom == null ? NOBODY : givenFrom))
                && (to == null || to.equals(givenTo));
    }

    /** @param fromStatus what names the status somebody had in the statement */
    String sql(String fromStatus) {
        return (from == null ? "" : " and coalesce(" + fromStatus + ", '" + NOBODY + "') = :from")
                + (to == null ? "" : " and c.to_status = :to");
    }

    Map<String, String> params() {
        var params = new HashMap<String, String>();
        if (from != null) {
            params.put("from", from);
        }
        if (to != null) {
            params.put("to", to);
        }
        return params;
    }

    QueryString written() {
        return new QueryString().with("from", from).with("to", to);
    }
}
