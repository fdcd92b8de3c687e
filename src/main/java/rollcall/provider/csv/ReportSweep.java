package rollcall.provider.csv;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportSweep {

    @Bean
    RecurringTask<Void> sweepReports(Reports reports) {
        return Tasks.recurring("sweep-attendance-reports", FixedDelay.of(Duration.ofHours(1)))
                .execute((order, context) -> reports.sweep());
    }
}
