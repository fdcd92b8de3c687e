package rollcall.provider;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import rollcall.job.Job;
import rollcall.job.JobFailed;
import rollcall.job.Progress;
import rollcall.job.Worker;
import rollcall.provider.RefreshPoint.Phase;

/**
 * Asks the provider who attended, a page at a time, finds out who that is, and brings it to them, a thousand at a time.
 * What is read waits in rows of its own until all of it is there, so that half a report never marks anybody absent.
 */
@Component
class RefreshWorker implements Worker {

    static final String KIND = "refresh";

    private final RefreshRows refreshes;
    private final RefreshSteps steps;
    private final RefreshEnd end;
    private final Webinars webinars;
    private final Connections connections;

    RefreshWorker(
            RefreshRows refreshes, RefreshSteps steps, RefreshEnd end, Webinars webinars, Connections connections) {
        this.refreshes = refreshes;
        this.steps = steps;
        this.end = end;
        this.webinars = webinars;
        this.connections = connections;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Chunk prepare(Job job) {
        var refresh = refreshes.of(job);
        var point = RefreshPoint.parse(job.resumePoint());
        return told(refresh, () -> fetch(refresh, point));
    }

    private Chunk fetch(Refresh refresh, RefreshPoint point) {
        var provider = webinars.provider(refresh.event().kind());
        var event = refresh.event();
        var cursor = point.providerCursor();
        return switch (point.phase()) {
            case DESCRIBE -> {
                var details = provider.describe(event);
                yield job -> steps.describe(refresh, job, details);
            }
            case REGISTRANTS -> {
                var page = onward(refresh, point, provider.registrants(event, cursor));
                yield job -> steps.registrants(refresh, job, page);
            }
            case LIVE -> {
                var page = onward(refresh, point, provider.attendance(event, AttendanceKind.LIVE, cursor));
                yield job -> steps.live(refresh, job, provider, page);
            }
            case ON_DEMAND -> {
                var page = onward(refresh, point, provider.attendance(event, AttendanceKind.ON_DEMAND, cursor));
                yield job -> steps.onDemand(refresh, job, provider, page);
            }
            case NO_SHOWS -> {
                var page = onward(refresh, point, provider.noShows(event, cursor));
                yield job -> steps.noShows(refresh, job, page);
            }
            case MATCH, APPLY -> this::chunk;
        };
    }

    @Override
    public Progress chunk(Job job) {
        var point = RefreshPoint.parse(job.resumePoint());
        var refresh = refreshes.of(job);
        return point.phase() == Phase.MATCH ? steps.match(refresh, job) : steps.apply(refresh, job, point);
    }

    /** Says on the refresh what the provider failed with: the job itself keeps no words of others. */
    private Chunk told(Refresh refresh, Supplier<Chunk> fetching) {
        try {
            var fetched = fetching.get();
            connections.well(refresh.event());
            return fetched;
        } catch (ProviderTrouble trouble) {
            var failure = trouble.failure();
            connections.trouble(refresh.event(), failure);
            var retryAt = failure instanceof ProviderFailure.Throttled busy ? busy.retryAt() : null;
            var problem = RefreshProblem.of(failure);
            refreshes.troubled(refresh.id(), problem, failure.words(), retryAt);
            throw new JobFailed(problem.message());
        }
    }

    private <T> Page<T> onward(Refresh refresh, RefreshPoint point, Page<T> page) {
        if (page.next() != null && page.next().equals(point.cursor())) {
            refreshes.troubled(refresh.id(), RefreshProblem.ENDLESS, "", null);
            throw new JobFailed(RefreshProblem.ENDLESS.message());
        }
        return page;
    }

    @Override
    public void ended(Job job) {
        end.of(refreshes.of(job), job);
    }

    @Override
    public String resultPath(Job job) {
        return "/programs/%d/refreshes/%s".formatted(Objects.requireNonNull(job.programId()), job.details());
    }
}
