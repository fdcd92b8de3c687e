package rollcall.job;

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
 * Wakes workers after the commit of what is for them, in a transaction of its own: two changes in one program do not wait
 * for one another at the scheduler's row, and none fails because of it. What is not woken, a timer finds.
 */
@Component
public class Wakes {

    private static final Logger LOG = LoggerFactory.getLogger(Wakes.class);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final TransactionTemplate apart;
    private final Clock clock;

    Wakes(ObjectProvider<SchedulerClient> scheduler, PlatformTransactionManager transactions, Clock clock) {
        this.scheduler = scheduler;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private record Wake(TaskDescriptor<Void> task, long id) {}

    /**
     * Once the running transaction is committed, and once for all of it; now where there is none.
     *
     * @param id which of the task's orders it is
     */
    public void afterCommit(TaskDescriptor<Void> task, long id) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            waiting().add(new Wake(task, id));
        } else {
            now(task, id);
        }
    }

    /** What this transaction is to wake, each once. */
    private Set<Wake> waiting() {
        for (var one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Bell bell) {
                return bell.wakes;
            }
        }
        var bell = new Bell();
        TransactionSynchronizationManager.registerSynchronization(bell);
        return bell.wakes;
    }

    private final class Bell implements TransactionSynchronization {
        final Set<Wake> wakes = new LinkedHashSet<>();

        @Override
        public void afterCommit() {
            wakes.forEach(one -> now(one.task(), one.id()));
        }
    }

    /** For a timer, which has found what is due. */
    public void now(TaskDescriptor<Void> task, long id) {
        scheduler.ifAvailable(client -> wake(client, task, id));
    }

    private void wake(SchedulerClient client, TaskDescriptor<Void> task, long id) {
        try {
            apart.executeWithoutResult(status ->
                    client.scheduleIfNotExists(task.instance(Long.toString(id)).scheduledTo(clock.instant())));
        } catch (RuntimeException missed) {
            LOG.debug(
                    "{} {} was not woken: {}",
                    task.getTaskName(),
                    id,
                    missed.getClass().getSimpleName());
        }
    }
}
