package rollcall.provider.on24;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import rollcall.provider.EventRef;

/** What was read of an event, kept for an hour, since each call counts against a quota: asked for once, by whoever is first. */
final class Remembered<T> {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST = 1_000;

    private record Read<T>(T what, Instant until) {}

    private final ConcurrentMap<EventRef, Read<T>> read = new ConcurrentHashMap<>();
    private final Clock clock;

    Remembered(Clock clock) {
        this.clock = clock;
    }

    T of(EventRef event, Function<EventRef, T> reading) {
        tidy();
        return read.compute(
                        event,
                        (key, held) ->
                                held != null && held.until().isAfter(clock.instant()) ? held : fresh(key, reading))
                .what();
    }

    private Read<T> fresh(EventRef event, Function<EventRef, T> reading) {
        return new Read<>(reading.apply(event), clock.instant().plus(KEPT));
    }

    void keep(EventRef event, T what) {
        read.put(event, new Read<>(what, clock.instant().plus(KEPT)));
    }

    /** What was read last, however long ago. */
    Optional<T> last(EventRef event) {
        return Optional.ofNullable(read.get(event)).map(Read::what);
    }

    void forget(EventRef event) {
        read.remove(event);
    }

    private void tidy() {
        if (read.size() > MOST) {
            read.values().removeIf(one -> !one.until().isAfter(clock.instant()));
        }
    }
}
