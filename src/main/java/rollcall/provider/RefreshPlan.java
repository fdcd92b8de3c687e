package rollcall.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When attendance is brought back by itself: soon after the end, then ever more rarely, for thirty days. */
final class RefreshPlan {

    private static final int DAYS = 30;

    private static final List<Duration> AFTER_THE_END = Stream.concat(
                    Stream.of(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(6)),
                    IntStream.rangeClosed(1, DAYS).mapToObj(Duration::ofDays))
            .toList();

    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private RefreshPlan() {}

    /** The first planned time after {@code now}; null when there is none any more. */
    static @Nullable Instant next(Instant end, Instant now) {
        return first(end, at -> at.isAfter(now));
    }

    /**
     * When to try again what has failed: sooner than planned, but not before the provider wants to be asked. Null when
     * nothing is planned any more.
     *
     * @param failures how many in a row, with this one
     * @param notBefore null when the provider named no time
     */
    static @Nullable Instant again(int failures, Instant end, Instant now, @Nullable Instant notBefore) {
        var wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
        var soon = now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        var allowed = notBefore != null && notBefore.isAfter(soon) ? notBefore : soon;
        var planned = first(end, at -> at.isAfter(now) && (notBefore == null || !at.isBefore(notBefore)));
        return planned == null || allowed.isAfter(planned) ? planned : allowed;
    }

    private static @Nullable Instant first(Instant end, Predicate<Instant> fits) {
        return AFTER_THE_END.stream().map(end::plus).filter(fits).findFirst().orElse(null);
    }
}
