package rollcall.provider.gotowebinar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import rollcall.provider.Reply;

/**
 * How long to leave the provider alone after a 429, which says nothing of it [G2-NOTE]: a second, then twice as long each
 * time up to eight, give or take a fifth [assumed]. A {@code Retry-After} is heeded, should one come.
 */
final class Pauses {

    private static final int MOST_DOUBLINGS = 3;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final ConcurrentMap<Long, Integer> inARow = new ConcurrentHashMap<>();
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Clock clock;

    Pauses(Clock clock) {
        this.clock = clock;
    }

    Instant until(long connectionId, Reply reply) {
        var before = inARow.merge(connectionId, 1, Integer::sum) - 1;
        var said = seconds(reply.headers().getFirst("Retry-After"));
        return clock.instant().plus(said.isPositive() ? said : wait(before));
    }

    private Duration wait(int before) {
        var whole = Duration.ofSeconds(1L << Math.min(before, MOST_DOUBLINGS));
        return whole.multipliedBy(80 + random.nextInt(41)).dividedBy(100);
    }

    private static Duration seconds(@Nullable String header) {
        if (header == null || !header.strip().matches("\\d{1,6}")) {
            return Duration.ZERO;
        }
        var said = Duration.ofSeconds(Long.parseLong(header.strip()));
        return said.compareTo(LONGEST) > 0 ? LONGEST : said;
    }

    /** It answered something else: the next pause is a short one again. */
    void over(long connectionId) {
        inARow.remove(connectionId);
    }
}
