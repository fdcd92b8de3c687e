package rollcall.provider.teams;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rollcall.provider.Page;
import rollcall.provider.ProviderTrouble;

/**
 * Walks that are under way. Graph's links and what was summed up so far are too long for a cursor, so a cursor only names
 * the walk and how many parts of it were handed out. Whoever comes with one of which nothing is known here, after a restart or
 * on another node, walks from the beginning to where it points.
 */
final class Walks<T> {

    /** Walks that nobody may come back to are forgotten, the longest unused first. */
    private static final int MOST = 16;

    private static final Pattern CURSOR = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,6})");

    private record Place(String walk, int part) {

        static Place of(@Nullable String cursor) {
            var match = CURSOR.matcher(cursor == null ? "" : cursor);
            return match.matches()
                    ? new Place(match.group(1), Integer.parseInt(match.group(2)))
                    : new Place(UUID.randomUUID().toString(), 0);
        }

        Place next() {
            return new Place(walk, part + 1);
        }

        @Override
        public String toString() {
            return walk + "." + part;
        }
    }

    private record Where(String whose, Place place) {}

    private final Map<Where, Walk<T>> held = new LinkedHashMap<>();

    /**
     * The next part of a walk.
     *
     * @param whose what is walked through; no cursor leads anywhere else
     * @param cursor of the part before; null for the first
     * @param beginning begins the walk
     */
    Page<T> page(String whose, @Nullable String cursor, Supplier<Walk<T>> beginning) {
        var place = Place.of(cursor);
        var walk = take(new Where(whose, place));
        if (walk == null) {
            walk = beginning.get();
            skip(walk, place.part());
        }
        return step(walk, whose, place);
    }

    private static void skip(Walk<?> walk, int parts) {
        for (int n = 0; n < parts && !walk.over(); n++) {
            walk.step();
        }
    }

    private Page<T> step(Walk<T> walk, String whose, Place place) {
        try {
            var items = walk.over() ? List.<T>of() : walk.step();
            if (walk.over()) {
                return new Page<>(items, null, walk.complete());
            }
            keep(new Where(whose, place.next()), walk);
            return new Page<>(items, place.next().toString(), false);
        } catch (ProviderTrouble trouble) {
            keep(new Where(whose, place), walk);
            throw trouble;
        }
    }

    /** Out of reach for others, until it is kept again. */
    private synchronized @Nullable Walk<T> take(Where where) {
        return held.remove(where);
    }

    private synchronized void keep(Where where, Walk<T> walk) {
        held.put(where, walk);
        if (held.size() > MOST) {
            held.remove(held.keySet().iterator().next());
        }
    }
}
