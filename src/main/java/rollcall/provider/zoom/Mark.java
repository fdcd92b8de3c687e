package rollcall.provider.zoom;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rollcall.provider.OwnWords;
import rollcall.provider.Page;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;

/**
 * Where a list was left: the cursor of a page.
 *
 * @param begun how many times the list had to be begun anew
 * @param parts what the reader of that list needs to go on; empty at its beginning
 */
record Mark(int begun, List<String> parts) {

    private static final int LONGEST = 100;

    /** How many times a list is begun anew before it is given up. */
    private static final int MOST = 3;

    /**
     * Reads a page; a list whose mark is stale is begun anew. What was read before is read again, which changes nothing.
     *
     * @throws ProviderTrouble when that happens again and again
     */
    static <T> Page<T> read(@Nullable String cursor, Function<Mark, Page<T>> page) {
        var mark = parse(cursor);
        try {
            return page.apply(mark);
        } catch (StaleMark stale) {
            if (mark.begun == MOST) {
                throw stale;
            }
            return page.apply(new Mark(mark.begun + 1, List.of()));
        }
    }

    private static Mark parse(@Nullable String cursor) {
        if (cursor == null) {
            return new Mark(0, List.of());
        }
        var parts = List.of(cursor.split("\\|", -1));
        return new Mark(Integer.parseInt(parts.getFirst()), parts.subList(1, parts.size()));
    }

    boolean first() {
        return parts.isEmpty();
    }

    String part(int nth) {
        return parts.get(nth);
    }

    /**
     * The cursor with which a list goes on.
     *
     * @throws ProviderTrouble when it gets too long: Zoom's tokens have 16 to 35 characters in its own examples [Z-OAS]
     */
    String next(String... parts) {
        var cursor = begun + "|" + String.join("|", parts);
        if (cursor.length() > LONGEST) {
            throw new ProviderTrouble(new Unclear(OwnWords.MARK_TOO_LONG.words()));
        }
        return cursor;
    }
}
