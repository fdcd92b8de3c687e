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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import rollcall.program.Actor;

/** Sees to it that no prepared file stays longer than it may. */
@Component
class ExportExpiry {

    /** Younger files may be those of a transaction that is under way. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private final PreparedFiles files;
    private final ExportFolder folder;
    private final TransactionTemplate apart;
    private final Clock clock;

    ExportExpiry(PreparedFiles files, ExportFolder folder, PlatformTransactionManager transactions, Clock clock) {
        this.files = files;
        this.folder = folder;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Somebody who may stand in files of these programs is erased: nobody gets those any more. Once more when the erasure
     * is committed, as until then a file that was asked for meanwhile is written with them.
     */
    void withdraw(Collection<Long> programIds) {
        withdrawAll(programIds);
        Folder.afterCommit(() -> apart.executeWithoutResult(again -> withdrawAll(programIds)));
    }

    private void withdrawAll(Collection<Long> programIds) {
        files.withdraw(programIds);
        files.expired(clock.instant()).forEach(this::deleteAfterCommit);
    }

    /** Deletes somebody's oldest files of a program, so that one more is none too many. */
    void makeRoom(long programId, Actor by) {
        files.kept(programId, by).stream().skip(ExportLimits.MOST - 1).forEach(this::drop);
    }

    private void drop(PreparedFile one) {
        files.gone(one.id());
        deleteAfterCommit(one);
    }

    /** Deletes the files that nobody gets any more, and those that nobody knows of. */
    @Transactional
    public void sweep() {
        var now = clock.instant();
        files.expired(now).forEach(this::drop);
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
