package rollcall.provider;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a report says who did not come, and if not, why not. */
public enum NoShows {
    MARKED,
    NOT_ENDED,
    CALLED_OFF,
    TOO_SOON,
    INCOMPLETE,
    NOBODY_CAME;

    /**
     * What a report allows. An empty one never marks everybody absent, unless somebody has said that nobody came.
     *
     * @param end when the event ended; null when it did not
     * @param lag how long after the end the provider's report may lack people
     * @param complete whether the provider says that the report of who was there live is the whole of it
     * @param live how many people it names
     */
    static NoShows of(
            EventDetails.State state,
            @Nullable Instant end,
            Duration lag,
            Instant now,
            boolean complete,
            int live,
            boolean confirmedEmpty) {
        if (state == EventDetails.State.CANCELLED) {
            return CALLED_OFF;
        }
        if (end == null) {
            return NOT_ENDED;
        }
        if (now.isBefore(end.plus(lag))) {
            return TOO_SOON;
        }
        if (!complete) {
            return INCOMPLETE;
        }
        return live == 0 && !confirmedEmpty ? NOBODY_CAME : MARKED;
    }
}
