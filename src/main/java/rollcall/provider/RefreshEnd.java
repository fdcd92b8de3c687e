package rollcall.provider;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.job.JobState;

/** What is done when a refresh has ended, however it did. */
@Component
class RefreshEnd {

    private final RefreshRows refreshes;
    private final FindingRows findings;
    private final RefreshTimes times;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefreshEnd(
            RefreshRows refreshes,
            FindingRows findings,
            RefreshTimes times,
            ApplicationEventPublisher events,
            Clock clock) {
        this.refreshes = refreshes;
        this.findings = findings;
        this.times = times;
        this.events = events;
        this.clock = clock;
    }

    /** Forgets what was read, which names people, and sees to when the next one is due. */
    void of(Refresh refresh, Job job) {
        refreshes.ended(refresh.id(), job.state(), clock.instant());
        findings.forget(refresh.id());
        if (refresh.automatic() && job.state() == JobState.FAILED) {
            times.again(refresh, refreshes.failuresInARow(refresh.programId()));
        } else if (!refresh.preview() && job.state() == JobState.DONE) {
            times.learn(refresh);
        }
        refreshes
                .find(refresh.programId(), refresh.id())
                .ifPresent(ended -> events.publishEvent(new RefreshEnded(ended)));
    }
}
