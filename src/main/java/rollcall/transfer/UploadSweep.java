package rollcall.transfer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Deletes what nobody came back for: files after a day, refused rows, which are personal data, after a month. */
@Component
class UploadSweep {

    static final Duration FILES_KEPT = Duration.ofHours(24);
    static final Duration ROWS_KEPT = Duration.ofDays(30);

    private final ImportRows writes;
    private final ImportReads reads;
    private final RowStore rows;
    private final Uploads uploads;
    private final Clock clock;

    UploadSweep(ImportRows writes, ImportReads reads, RowStore rows, Uploads uploads, Clock clock) {
        this.writes = writes;
        this.reads = reads;
        this.rows = rows;
        this.uploads = uploads;
        this.clock = clock;
    }

    void sweep() {
        var now = clock.instant();
        writes.expire(now.minus(FILES_KEPT));
        rows.forgetBefore(now.minus(FILES_KEPT), now.minus(ROWS_KEPT));
        uploads.sweep(now.minus(FILES_KEPT), name -> !reads.needs(name));
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> sweepUploads(UploadSweep sweep) {
            return Tasks.recurring("sweep-uploads", FixedDelay.of(Duration.ofHours(1)))
                    .execute((order, context) -> sweep.sweep());
        }
    }
}
