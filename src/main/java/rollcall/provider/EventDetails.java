package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as its provider sees it.
 *
 * @param startsAt as planned or, once it has started, as it was; null when the provider does not say
 * @param endsAt likewise
 * @param capacity null for no limit or when the provider does not say
 */
public record EventDetails(
        String title,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer capacity,
        State state) {

    public enum State {
        SCHEDULED,
        LIVE,
        ENDED,
        CANCELLED,
        UNKNOWN
    }
}
