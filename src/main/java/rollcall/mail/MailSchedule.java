package rollcall.mail;

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
import java.util.stream.LongStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import rollcall.job.Wakes;

/** Gives letters to whichever node is free. Woken at once when some are stored, and by a timer for what is due later. */
@Configuration(proxyBeanMethods = false)
class MailSchedule {

    private static final TaskDescriptor<Void> SEND = TaskDescriptor.of("send-letters");
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** How many batches are sent before other work of this node gets its turn. */
    private static final int SLICE = 100;

    private final Wakes wakes;
    private final MailSettings settings;
    private final Clock clock;

    MailSchedule(Wakes wakes, MailSettings settings, Clock clock) {
        this.wakes = wakes;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void on(LettersQueued queued) {
        senders().forEach(sender -> wakes.afterCommit(SEND, sender));
    }

    private LongStream senders() {
        return LongStream.range(0, settings.senders());
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
                senders().forEach(sender -> wakes.now(SEND, sender));
            }
        });
    }
}
