package rollcall.provider.gotowebinar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import rollcall.provider.EventRef;

/** Something read of an event that changes seldom, kept for a while. */
final class Kept<T> {

    private record Read<T>(T value, Instant until) {}

    private final ConcurrentMap<EventRef, Read<T>> all = new ConcurrentHashMap<>();
    private final Function<EventRef, T> reading;
    private final Duration howLong;
    private final Clock clock;

    Kept(Function<EventRef, T> reading, Duration howLong, Clock clock) {
        this.reading = reading;
        this.howLong = howLong;
        this.clock = clock;
    }

    T of(EventRef event) {
        var now = clock.instant();
        var known = all.get(event);
        return known != null && now.isBefore(known.until()) ? known.value() : anew(event);
    }

    T anew(EventRef event) {
        var now = clock.instant();
        var value = reading.apply(event);
        all.values().removeIf(one -> !now.isBefore(one.until()));
        all.put(event, new Read<>(value, now.plus(howLong)));
        return value;
    }
}
