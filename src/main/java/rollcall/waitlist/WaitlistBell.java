package rollcall.waitlist;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wakes the worker of a program after the commit of what is for it, in a transaction of its own: two changes in one program
 * do not wait for one another at the scheduler's row, and none fails because of it. What is not woken, a timer finds.
 */
@Component
class WaitlistBell {

    private static final Logger LOG = LoggerFactory.getLogger(WaitlistBell.class);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final TransactionTemplate apart;
    private final Clock clock;

    WaitlistBell(ObjectProvider<SchedulerClient> scheduler, PlatformTransactionManager transactions, Clock clock) {
        this.scheduler = scheduler;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    void afterCommit(TaskDescriptor<Void> task, long programId) {
        if (scheduler.getIfAvailable() != null && TransactionSynchronizationManager.isSynchronizationActive()) {
            rung(task).add(programId);
        }
    }

    /** The programs that this transaction is to wake, each once. */
    private Set<Long> rung(TaskDescriptor<Void> task) {
        for (var one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Rope rope) {
                return rope.programs;
            }
        }
        var rope = new Rope(task);
        TransactionSynchronizationManager.registerSynchronization(rope);
        return rope.programs;
    }

    private final class Rope implements TransactionSynchronization {
        final Set<Long> programs = new LinkedHashSet<>();
        private final TaskDescriptor<Void> task;

        Rope(TaskDescriptor<Void> task) {
            this.task = task;
        }

        @Override
        public void afterCommit() {
            programs.forEach(program -> now(task, program));
        }
    }

    void now(TaskDescriptor<Void> task, long programId) {
        try {
            apart.executeWithoutResult(status -> scheduler.ifAvailable(client -> client.scheduleIfNotExists(
                    task.instance(Long.toString(programId)).scheduledTo(clock.instant()))));
        } catch (RuntimeException missed) {
            LOG.debug("{} {} was not woken.", task.getTaskName(), programId);
        }
    }
}
