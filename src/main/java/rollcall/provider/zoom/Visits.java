package rollcall.provider.zoom;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When each person was there, as far as a report has been read. Only that is held of a report, in two numbers a visit, as
 * it may name a million people. The same visit twice is one.
 */
final class Visits {

    /** By person: seconds since 1970 of the beginning in the upper half, of the end in the lower. */
    private final Map<String, long[]> visits = new HashMap<>();

    /**
     * All visits of somebody.
     *
     * @param from null when nobody knows
     * @param there how long they were there, by whatever number of ways at once
     * @param inAll how long their visits were, one after the other
     */
    record Stay(@Nullable Instant from, Duration there, Duration inAll) {}

    void add(String person, Instant from, Instant to) {
        long start = Math.clamp(from.getEpochSecond(), 0, Integer.MAX_VALUE);
        long end = Math.clamp(to.getEpochSecond(), start, Integer.MAX_VALUE);
        add(person, start << 32 | end);
    }

    /** In order of their beginnings. */
    private void add(String person, long visit) {
        visits.merge(person, new long[] {visit}, (all, one) -> {
            var place = Arrays.binarySearch(all, visit);
            return place >= 0 ? all : inserted(all, -place - 1, visit);
        });
    }

    private static long[] inserted(long[] all, int place, long visit) {
        var more = Arrays.copyOf(all, all.length + 1);
        System.arraycopy(all, place, more, place + 1, all.length - place);
        more[place] = visit;
        return more;
    }

    /** Everything of {@code other} becomes a part of {@code person}. */
    void join(String person, Visits others, String other) {
        Arrays.stream(others.visits.getOrDefault(other, new long[0])).forEach(visit -> add(person, visit));
    }

    boolean has(String person) {
        return visits.containsKey(person);
    }

    boolean isEmpty() {
        return visits.isEmpty();
    }

    Stay of(String person) {
        var all = visits.getOrDefault(person, new long[0]);
        long there = 0;
        long inAll = 0;
        long until = 0;
        for (var visit : all) {
            var start = visit >>> 32;
            var end = visit & 0xFFFFFFFFL;
            there += Math.max(0, end - Math.max(start, until));
            inAll += end - start;
            until = Math.max(until, end);
        }
        return new Stay(
                all.length == 0 ? null : Instant.ofEpochSecond(all[0] >>> 32),
                Duration.ofSeconds(there),
                Duration.ofSeconds(inAll));
    }
}
