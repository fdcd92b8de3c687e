package rollcall.waitlist;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import rollcall.job.Wakes;

/**
 * Gives the waitlists to whichever node is free, one order per program. Woken after the commit of what frees a seat, and by
 * a timer for offers that end and for what was left behind: whether there is something to do is seen from the seats
 * themselves, so nothing that could be lost says so.
 */
@Configuration(proxyBeanMethods = false)
class WaitlistSchedule {

    private static final TaskDescriptor<Void> HAND_ON = TaskDescriptor.of("hand-on-seats");
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Wakes wakes;
    private final Clock clock;

    WaitlistSchedule(Wakes wakes, Clock clock) {
        this.wakes = wakes;
        this.clock = clock;
    }

    @EventListener
    void on(WaitlistChanged changed) {
        wakes.afterCommit(HAND_ON, changed.programId());
    }

    @Bean
    CustomTask<Void> handOnSeats(Promotions promotions, WaitlistQueue queue) {
        return Tasks.custom(HAND_ON).onDeadExecutionRevive().execute((order, context) -> {
            var program = Long.parseLong(order.getId());
            return promotions.run(program)
                    ? new OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO))
                    : leaveWhenNothingIsDue(queue, program);
        });
    }

    /** Whoever frees a seat while the order is being carried out finds it there still, and makes no other: so look again. */
    private CompletionHandler<Void> leaveWhenNothingIsDue(WaitlistQueue queue, long programId) {
        return (complete, operations) -> {
            operations.remove();
            if (queue.due(programId, clock.instant())) {
                wakes.now(HAND_ON, programId);
            }
        };
    }

    @Bean
    RecurringTask<Void> lookForSeats(WaitlistQueue queue) {
        return Tasks.recurring("look-for-seats", FixedDelay.of(LOOK))
                .execute(
                        (order, context) -> queue.due(clock.instant()).forEach(program -> wakes.now(HAND_ON, program)));
    }
}
