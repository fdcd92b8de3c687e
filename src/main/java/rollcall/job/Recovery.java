package rollcall.job;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rollcall.web.DatabaseAway;
import rollcall.web.Trace;

/**
 * Has the work of every task of the scheduler go on by itself after the database was away. Work that failed is done again
 * after seconds, and after twice as long each time it fails on; by itself the scheduler would wait for five minutes, or for
 * the task's next turn. And what became of the work is written down as soon as the database is back: what is not would seem
 * to be under way until its heartbeat is a minute old.
 */
@Component
class Recovery implements ExecutionInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATEST = Duration.ofMinutes(5);

    private final Patience patience;

    Recovery(Patience patience) {
        this.patience = patience;
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> order, ExecutionContext context, ExecutionChain chain) {
        try {
            return patient(chain.proceed(order, context));
        } catch (RuntimeException failure) {
            tell(order, failure);
            return patient(again(context.getExecution(), failure));
        }
    }

    private <T> CompletionHandler<T> patient(CompletionHandler<T> end) {
        return (complete, operations) -> patience.until(() -> end.complete(complete, operations));
    }

    private static void tell(TaskInstance<?> order, RuntimeException failure) {
        if (DatabaseAway.causes(failure)) {
            LOG.warn("{} goes on when the database is back.", order.getTaskAndInstance());
        } else {
            LOG.error("{} failed.", order.getTaskAndInstance(), Trace.of(failure));
        }
    }

    private static CompletionHandler<Object> again(Execution execution, RuntimeException failure) {
        return (complete, operations) -> {
            var end = complete.getTimeDone();
            var failed = ExecutionComplete.failure(execution, end.minus(complete.getDuration()), end, failure);
            operations.reschedule(failed, end.plus(pause(execution.consecutiveFailures)));
        };
    }

    /** @param failures how often it failed before */
    static Duration pause(int failures) {
        var doubled = SOON.multipliedBy(1L << Math.min(failures, 10));
        return doubled.compareTo(LATEST) > 0 ? LATEST : doubled;
    }
}
