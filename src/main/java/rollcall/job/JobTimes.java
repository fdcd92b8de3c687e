package rollcall.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** Measures how fast jobs are: how long a chunk takes with what is fetched for it, and how much is done. */
@Component
class JobTimes {

    private static final String KIND = "kind";

    private final MeterRegistry registry;

    JobTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    Timer.Sample begin() {
        return Timer.start(registry);
    }

    /**
     * @param before the job as it was when the chunk began
     * @param done how much of it is done now
     */
    void chunk(Timer.Sample began, Job before, long done) {
        began.stop(Timer.builder("rollcall.job.chunk")
                .description("How long a chunk of a job took")
                .tag(KIND, before.kind())
                .register(registry));
        registry.counter("rollcall.job.done", KIND, before.kind()).increment(Math.max(0, done - before.done()));
    }
}
