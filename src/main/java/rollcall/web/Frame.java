package rollcall.web;

import org.jspecify.annotations.Nullable;

/**
 * What the frame of a page needs to know of the request. Templates find it as {@code frame}, on error pages as well.
 *
 * @param requestId names the request in the log and on error pages
 * @param assets where stylesheets, scripts and pictures lie, without a slash at the end
 * @param theme light or dark; null when the reader's system decides
 * @param path of the page, without the query
 * @param query of the page; empty for none
 * @param safe whether the request only read, so that asking again does no harm
 */
public record Frame(
        String requestId, String assets, @Nullable String theme, String path, String query, boolean safe) {

    /** Where to come back to after a choice that has nothing to do with the page. */
    public String back() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
