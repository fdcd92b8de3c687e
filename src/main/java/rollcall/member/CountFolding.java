package rollcall.member;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the counts per status short, once for all nodes. */
@Configuration(proxyBeanMethods = false)
class CountFolding {

    @Bean
    RecurringTask<Void> foldCounts(StatusCounts counts) {
        return Tasks.recurring("fold-status-counts", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((order, context) -> counts.worthFolding().forEach(counts::fold));
    }
}
