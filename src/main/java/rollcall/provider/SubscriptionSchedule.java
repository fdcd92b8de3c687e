package rollcall.provider;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks after subscriptions on whichever node is free, one node at a time. */
@Configuration(proxyBeanMethods = false)
class SubscriptionSchedule {

    private static final Duration LOOK = Duration.ofSeconds(30);

    @Bean
    RecurringTask<Void> lookAfterSubscriptions(Subscriptions subscriptions) {
        return Tasks.recurring("look-after-subscriptions", FixedDelay.of(LOOK))
                .execute((order, context) -> subscriptions.workOff());
    }
}
