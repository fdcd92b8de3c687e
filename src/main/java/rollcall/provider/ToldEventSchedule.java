package rollcall.provider;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import rollcall.job.Wakes;

/** Has providers asked about their events by whichever node is free, about each by one at a time. */
@Configuration(proxyBeanMethods = false)
class ToldEventSchedule {

    private static final TaskDescriptor<Void> ASK = TaskDescriptor.of("ask-about-events");
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Wakes wakes;
    private final Clock clock;

    ToldEventSchedule(Wakes wakes, Clock clock) {
        this.wakes = wakes;
        this.clock = clock;
    }

    @EventListener
    void on(EventAsked asked) {
        wakes.afterCommit(ASK, asked.programId());
    }

    @Bean
    OneTimeTask<Void> askAboutEvents(ToldEvents events) {
        return Tasks.oneTime(ASK).execute((order, context) -> events.ask(Long.parseLong(order.getId())));
    }

    @Bean
    RecurringTask<Void> lookForEvents(ToldEventRows rows) {
        return Tasks.recurring("look-for-events", FixedDelay.of(LOOK))
                .execute((order, context) -> rows.dueAt(clock.instant()).forEach(program -> wakes.now(ASK, program)));
    }
}
