package rollcall.transfer;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that no prepared file stays longer than it may. */
@Component
class ExportExpiry {

    /** Younger files may be those of a transaction that is under way. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private final PreparedFiles files;
    private final ExportFolder folder;
    private final Clock clock;

    ExportExpiry(PreparedFiles files, ExportFolder folder, Clock clock) {
        this.files = files;
        this.folder = folder;
        this.clock = clock;
    }

    /** Somebody who may stand in files of these programs is erased: nobody gets those any more. */
    void withdraw(Collection<Long> programIds) {
        var now = clock.instant();
        files.withdraw(programIds, now);
        files.expired(now).forEach(this::deleteAfterCommit);
    }

    /** Deletes the files that nobody gets any more, and those that nobody knows of. */
    @Transactional
    public void sweep() {
        var now = clock.instant();
        for (var one : files.expired(now)) {
            files.gone(one.id());
            deleteAfterCommit(one);
        }
        folder.sweep(now.minus(YOUNG), name -> !files.needs(ExportFolder.fileOf(name)));
    }

    private void deleteAfterCommit(PreparedFile one) {
        folder.deleteWholeAfterCommit(Objects.requireNonNull(one.storedName()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> sweepExports(ExportExpiry expiry) {
            return Tasks.recurring("sweep-exports", FixedDelay.of(Duration.ofMinutes(15)))
                    .execute((order, context) -> expiry.sweep());
        }
    }
}
