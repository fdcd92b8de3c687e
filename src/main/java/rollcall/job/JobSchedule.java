package rollcall.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Gives jobs to whichever node is free: the order to run one is a row of the scheduler, stored with the job. */
@Configuration(proxyBeanMethods = false)
class JobSchedule {

    private static final TaskDescriptor<Void> RUN = TaskDescriptor.of("run-job");

    /** When a job is looked at again that another run holds, or that this node's shutdown interrupted. */
    private static final Duration AGAIN = Duration.ofSeconds(15);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    JobSchedule(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener
    void on(JobStarted started) {
        scheduler.ifAvailable(client -> client.scheduleIfNotExists(
                RUN.instance(Long.toString(started.jobId())).scheduledTo(clock.instant())));
    }

    @Bean
    CustomTask<Void> runJob(JobRunner runner) {
        return Tasks.custom(RUN).onDeadExecutionRevive().execute((order, context) -> run(runner, order.getId()));
    }

    private static CompletionHandler<Void> run(JobRunner runner, String jobId) {
        return runner.run(Long.parseLong(jobId))
                ? new OnCompleteRemove<>()
                : new OnCompleteReschedule<>(FixedDelay.of(AGAIN));
    }
}
