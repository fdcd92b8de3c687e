package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.job.JobState;

/**
 * A program with a provider, as the page of all refreshes shows it.
 *
 * @param waiting how many registrations and cancellations are not at the provider yet
 * @param errors whose registration failed
 * @param unmatched who wait for somebody to decide who they are, as on the program's own page
 * @param nextAt when it is due; null when nothing is planned any more
 * @param last null when it was never refreshed
 */
record DueProgram(
        long id,
        String name,
        Instant startsAt,
        Instant endsAt,
        String zone,
        String provider,
        boolean refreshesItself,
        @Nullable String heldFor,
        @Nullable Instant nextAt,
        int waiting,
        int errors,
        long unmatched,
        @Nullable Last last) {

    public boolean due(Instant now) {
        return nextAt != null && !nextAt.isAfter(now);
    }

    /**
     * @param endState null as long as it runs
     * @param changed how many members got another status
     */
    record Last(
            long id,
            Instant askedAt,
            @Nullable JobState endState,
            @Nullable NoShows noShows,
            int changed,
            @Nullable RefreshProblem problem) {

        public String state() {
            return endState == null ? "RUNNING" : endState.name();
        }

        public String kind() {
            return endState == null ? "warn" : endState == JobState.DONE ? "good" : "bad";
        }
    }
}
