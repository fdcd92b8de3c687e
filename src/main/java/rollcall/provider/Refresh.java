package rollcall.provider;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.job.JobState;
import rollcall.program.Actor;

/**
 * One time that a provider was asked who attended, and what that came to.
 *
 * @param preview whether it only says what it would come to
 * @param confirmedEmpty whether somebody said that really nobody came
 * @param eventState what the provider says of the event; null until it was asked
 * @param eventEndedAt null when the event is not over
 * @param missed how many the provider itself named as absent; null where it has no such list or was not asked
 * @param complete whether the report of who was there live is the whole of it
 * @param noShows whether those who did not come were marked, or why not; null until that is known
 * @param unmatched how many attended whom the program does not know
 * @param strangers how many are registered there whom the program does not know, and did not attend
 * @param endState null as long as it runs
 * @param problem what the provider failed with; null when it did not
 * @param words the provider's, for that
 */
public record Refresh(
        long id,
        long programId,
        @Nullable Long jobId,
        EventRef event,
        boolean preview,
        boolean automatic,
        boolean confirmedEmpty,
        Actor by,
        Instant askedAt,
        @Nullable Instant startedAt,
        EventDetails.@Nullable State eventState,
        @Nullable Instant eventStartedAt,
        @Nullable Instant eventEndedAt,
        int registrants,
        int live,
        int onDemand,
        @Nullable Integer missed,
        boolean complete,
        @Nullable NoShows noShows,
        int unmatched,
        int strangers,
        @Nullable Instant endedAt,
        @Nullable JobState endState,
        @Nullable RefreshProblem problem,
        @Nullable String words,
        @Nullable Instant retryAt) {

    public boolean running() {
        return endedAt == null;
    }

    public boolean done() {
        return endState == JobState.DONE;
    }

    /** How long it took; since it was asked for, when it never began. */
    public Duration took() {
        var from = startedAt == null ? askedAt : startedAt;
        return endedAt == null ? Duration.ZERO : Duration.between(from, endedAt);
    }

    /** Whether somebody may say that nobody came: all else that marks people absent is there. */
    public boolean looksEmpty() {
        return done() && noShows == NoShows.NOBODY_CAME;
    }
}
