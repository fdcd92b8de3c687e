package rollcall.provider.on24;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;

/**
 * How long to wait when a quota is used up. ON24 does not say when it is free again (ON24-NOTE): each time in a row it is
 * waited longer, and up to a fifth more so that not all connections come back at once.
 */
final class QuotaPauses {

    /**
     * One of them.
     *
     * @param row how many came right before it
     * @param until its end
     */
    private record Pause(int row, Instant until) {}

    private final ConcurrentMap<Long, Pause> pauses = new ConcurrentHashMap<>();
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final List<Duration> lengths;
    private final Clock clock;

    QuotaPauses(List<Duration> lengths, Clock clock) {
        this.lengths = lengths.isEmpty() ? List.of(Duration.ofHours(1)) : List.copyOf(lengths);
        this.clock = clock;
    }

    /** The quota is used up: when to come back. Calls that were under way together are refused once. */
    Instant usedUp(long connectionId) {
        var now = clock.instant();
        return pauses.compute(connectionId, (id, last) -> {
                    if (last != null && now.isBefore(last.until())) {
                        return last;
                    }
                    int row = last == null ? 0 : last.row() + 1;
                    return new Pause(row, now.plus(length(row)));
                })
                .until();
    }

    private Duration length(int row) {
        var length = lengths.get(Math.min(row, lengths.size() - 1));
        return length.multipliedBy(100 + random.nextInt(21)).dividedBy(100);
    }

    /** A call got through; one that was under way when the pause began says nothing. */
    void passed(long connectionId) {
        pauses.computeIfPresent(connectionId, (id, last) -> clock.instant().isBefore(last.until()) ? last : null);
    }
}
