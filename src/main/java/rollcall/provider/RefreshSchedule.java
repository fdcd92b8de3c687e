package rollcall.provider;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks each minute, once for all nodes, which programs are to be refreshed by themselves. */
@Configuration(proxyBeanMethods = false)
class RefreshSchedule {

    @Bean
    RecurringTask<Void> startRefreshes(Refreshes refreshes) {
        return Tasks.recurring("start-refreshes", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((order, context) -> refreshes.startDue());
    }
}
