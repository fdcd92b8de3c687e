package rollcall.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as its page shows it.
 *
 * @param mayCancel whether the asker may stop it
 * @param result the page that shows the outcome; null as long as there is none
 * @param told up to which quarter the progress was read aloud already, in percent; -1 when nothing was
 */
record JobView(Job job, boolean mayCancel, @Nullable String result, int told, Instant now) {

    /** Which of the program's pages the work belongs to. */
    public String tab() {
        return switch (job.kind()) {
            case "import", "check" -> "import";
            case "refresh" -> "refreshes";
            default -> "members";
        };
    }

    /** The last quarter that was reached, in percent: all that is worth reading aloud. */
    public int quarter() {
        return job.percent() / 25 * 25;
    }

    public boolean news() {
        return quarter() > told || job.state().ended();
    }

    /** How many are done in a second, since it began; zero when that cannot be said yet. */
    public long perSecond() {
        var millis = running().toMillis();
        return millis < 1000 ? 0 : Math.round(job.done() * 1000.0 / millis);
    }

    private Duration running() {
        var from = job.startedAt();
        var to = job.endedAt() == null ? now : job.endedAt();
        return from == null ? Duration.ZERO : Duration.between(from, to);
    }

    /** How many seconds are left at that rate; null when nobody knows. */
    @Nullable
    public Long secondsLeft() {
        var rate = perSecond();
        return job.state() != JobState.RUNNING || rate == 0 ? null : Math.max(0, job.total() - job.done()) / rate;
    }
}
