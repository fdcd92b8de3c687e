package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an event is over, and since when. */
final class EventEnd {

    private EventEnd() {}

    /**
     * When the event ended; null as long as it has not. The provider's word counts; where it says nothing, the event is
     * over when it was planned to be.
     */
    static @Nullable Instant of(EventDetails details, Instant planned, Instant now) {
        var said = details.endsAt();
        return switch (details.state()) {
            case ENDED -> earlier(said == null ? planned : said, now);
            case UNKNOWN -> planned.isAfter(now) ? null : earlier(said == null ? planned : said, now);
            case SCHEDULED, LIVE, CANCELLED -> null;
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
