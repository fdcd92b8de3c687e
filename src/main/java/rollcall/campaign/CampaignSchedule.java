package rollcall.campaign;

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
import java.util.function.LongPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import rollcall.job.Wakes;

/**
 * Gives what is due to whichever node is free: one order per program, per campaign and per webhook, so that a large one
 * does not keep the others waiting. Woken when something is stored, and by a timer for what is due later or was left
 * behind.
 */
@Configuration(proxyBeanMethods = false)
class CampaignSchedule {

    private static final TaskDescriptor<Void> FAN_OUT = TaskDescriptor.of("tell-campaigns");
    private static final TaskDescriptor<Void> RUN = TaskDescriptor.of("run-campaign");
    private static final TaskDescriptor<Void> CALL = TaskDescriptor.of("call-webhook");
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Wakes wakes;
    private final Clock clock;

    CampaignSchedule(Wakes wakes, Clock clock) {
        this.wakes = wakes;
        this.clock = clock;
    }

    @EventListener
    void on(FeedNoted noted) {
        wakes.afterCommit(FAN_OUT, noted.programId());
    }

    @EventListener
    void on(EntriesDue due) {
        wakes.afterCommit(RUN, due.campaignId());
    }

    @EventListener
    void on(CallsQueued queued) {
        wakes.afterCommit(CALL, queued.webhookId());
    }

    @Bean
    CustomTask<Void> tellCampaigns(FanOut fanOut) {
        return task(FAN_OUT, fanOut::run);
    }

    @Bean
    CustomTask<Void> runCampaign(EntryRunner runner) {
        return task(RUN, runner::run);
    }

    @Bean
    CustomTask<Void> callWebhook(WebhookCalls calls) {
        return task(CALL, calls::run);
    }

    private static CustomTask<Void> task(TaskDescriptor<Void> what, LongPredicate work) {
        return Tasks.custom(what).onDeadExecutionRevive().execute((order, context) -> run(work, order.getId()));
    }

    private static CompletionHandler<Void> run(LongPredicate work, String id) {
        return work.test(Long.parseLong(id))
                ? new OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO))
                : new OnCompleteRemove<>();
    }

    @Bean
    RecurringTask<Void> lookForCampaigns(Runs runs, FeedRows feed, EntryRows entries, WebhookCallRows calls) {
        return Tasks.recurring("look-for-campaigns", FixedDelay.of(LOOK)).execute((order, context) -> {
            runs.startDue();
            feed.programs().forEach(id -> wakes.now(FAN_OUT, id));
            entries.campaignsDue(clock.instant()).forEach(id -> wakes.now(RUN, id));
            calls.webhooksDue(clock.instant()).forEach(id -> wakes.now(CALL, id));
        });
    }

    /** Programs that came before recipes did get theirs once. */
    @Bean
    RecurringTask<Void> giveRecipes(Recipes recipes) {
        return Tasks.recurring("give-recipes", FixedDelay.of(Duration.ofDays(1)))
                .execute((order, context) -> recipes.giveToThoseWithout());
    }
}
