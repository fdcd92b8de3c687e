package rollcall.provider;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Has providers asked about their events by whichever node is free, about each by one at a time. */
@Configuration(proxyBeanMethods = false)
class ToldEventSchedule {

    private static final TaskDescriptor<Void> ASK = TaskDescriptor.of("ask-about-events");
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    ToldEventSchedule(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener
    void on(EventAsked asked) {
        wake(asked.programId());
    }

    private void wake(long programId) {
        scheduler.ifAvailable(client -> client.scheduleIfNotExists(
                ASK.instance(Long.toString(programId)).scheduledTo(clock.instant())));
    }

    @Bean
    OneTimeTask<Void> askAboutEvents(ToldEvents events) {
        return Tasks.oneTime(ASK).execute((order, context) -> events.ask(Long.parseLong(order.getId())));
    }

    @Bean
    RecurringTask<Void> lookForEvents(ToldEventRows rows) {
        return Tasks.recurring("look-for-events", FixedDelay.of(LOOK))
                .execute((order, context) -> rows.dueAt(clock.instant()).forEach(this::wake));
    }
}
