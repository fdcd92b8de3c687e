package rollcall.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives letters to whichever node is free. Woken at once when some are stored, and by a timer for what is due later. */
@Configuration(proxyBeanMethods = false)
class MailSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(MailSchedule.class);
    private static final TaskDescriptor<Void> SEND = TaskDescriptor.of("send-letters");
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** How many batches are sent before other work of this node gets its turn. */
    private static final int SLICE = 100;

    private final ObjectProvider<SchedulerClient> scheduler;
    private final TransactionTemplate apart;
    private final MailSettings settings;
    private final Clock clock;

    MailSchedule(
            ObjectProvider<SchedulerClient> scheduler,
            PlatformTransactionManager transactions,
            MailSettings settings,
            Clock clock) {
        this.scheduler = scheduler;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Wakes the senders after the commit, once for all that was stored. Not inside the transaction: the order to wake up
     * is one row that all would write, and whoever waited for the other's row would fail on it. When it gets lost, the
     * timer finds what is due.
     */
    @EventListener
    void on(LettersQueued queued) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
        } else if (TransactionSynchronizationManager.getSynchronizations().stream()
                .noneMatch(WakeAfterwards.class::isInstance)) {
            TransactionSynchronizationManager.registerSynchronization(new WakeAfterwards());
        }
    }

    private final class WakeAfterwards implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            wake();
        }
    }

    private void wake() {
        scheduler.ifAvailable(client -> IntStream.range(0, settings.senders()).forEach(n -> wake(client, n)));
    }

    private void wake(SchedulerClient client, int sender) {
        try {
            apart.executeWithoutResult(own -> client.scheduleIfNotExists(
                    SEND.instance(Integer.toString(sender)).scheduledTo(clock.instant())));
        } catch (RuntimeException woken) {
            LOG.debug(
                    "Somebody else woke sender {}: {}", sender, woken.getClass().getSimpleName());
        }
    }

    @Bean
    CustomTask<Void> sendLetters(LetterSender sender, SenderPlaces places) {
        return Tasks.custom(SEND)
                .onDeadExecutionRevive()
                .execute((order, context) ->
                        places.<CompletionHandler<Void>>take(() -> send(sender), MailSchedule::later));
    }

    /** Perhaps another node has a place for it. */
    private static CompletionHandler<Void> later() {
        return new OnCompleteReschedule<>(FixedDelay.of(Duration.ofSeconds(1)));
    }

    private static CompletionHandler<Void> send(LetterSender sender) {
        for (int batch = 0; batch < SLICE; batch++) {
            if (Thread.currentThread().isInterrupted() || !sender.send()) {
                return new OnCompleteRemove<>();
            }
        }
        return new OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO));
    }

    @Bean
    RecurringTask<Void> lookForLetters(LetterTurns turns) {
        return Tasks.recurring("look-for-letters", FixedDelay.of(LOOK)).execute((order, context) -> {
            if (turns.oldestDue().filter(due -> !due.isAfter(clock.instant())).isPresent()) {
                wake();
            }
        });
    }
}
