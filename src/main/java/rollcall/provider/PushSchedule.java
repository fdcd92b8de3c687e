package rollcall.provider;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import rollcall.job.Wakes;

/**
 * Gives pushes to whichever node is free: one order per program, so that a large program does not keep the others
 * waiting. Woken at once when something is stored, and by a timer for what is due later or was left behind.
 */
@Configuration(proxyBeanMethods = false)
class PushSchedule {

    private static final TaskDescriptor<Void> SEND = TaskDescriptor.of("send-pushes");
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Wakes wakes;
    private final Clock clock;

    PushSchedule(Wakes wakes, Clock clock) {
        this.wakes = wakes;
        this.clock = clock;
    }

    @EventListener
    void on(PushesQueued queued) {
        wakes.afterCommit(SEND, queued.programId());
    }

    @Bean
    CustomTask<Void> sendPushes(Pushes pushes) {
        return Tasks.custom(SEND).onDeadExecutionRevive().execute((order, context) -> send(pushes, order.getId()));
    }

    private static CompletionHandler<Void> send(Pushes pushes, String programId) {
        return pushes.send(Long.parseLong(programId))
                ? new OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO))
                : new OnCompleteRemove<>();
    }

    @Bean
    RecurringTask<Void> lookForPushes(PushRows rows, Strays strays) {
        return Tasks.recurring("look-for-pushes", FixedDelay.of(LOOK)).execute((order, context) -> {
            strays.settle();
            rows.dueProgramsAt(clock.instant()).forEach(program -> wakes.now(SEND, program));
        });
    }
}
