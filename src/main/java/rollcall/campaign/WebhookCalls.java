package rollcall.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;

/** Calls webhooks, one call at a time for each, outside of any transaction; what cannot be reached is tried for a day. */
@Component
class WebhookCalls {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookCalls.class);

    /** How many are made before other webhooks get their turn. */
    private static final int SLICE = 50;

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration GIVEN_UP = Duration.ofHours(24);

    private final WebhookCallRows rows;
    private final WebhookRows webhooks;
    private final WebhookClient client;
    private final Attempts attempts;
    private final Clock clock;

    WebhookCalls(WebhookCallRows rows, WebhookRows webhooks, WebhookClient client, Attempts attempts, Clock clock) {
        this.rows = rows;
        this.webhooks = webhooks;
        this.client = client;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** @return whether more may be due */
    boolean run(long webhookId) {
        for (int calls = 0; calls < SLICE; calls++) {
            if (Thread.currentThread().isInterrupted() || !callOne(webhookId)) {
                return false;
            }
        }
        return true;
    }

    private boolean callOne(long webhookId) {
        var owner = UUID.randomUUID().toString();
        var claimed = attempts.inTransaction(() -> rows.claim(webhookId, owner, now()));
        claimed.ifPresent(call -> call(call, owner));
        return claimed.isPresent();
    }

    private void call(WebhookCall call, String owner) {
        var webhook = webhooks.find(call.webhookId()).orElseThrow();
        if (webhook.archived()) {
            rows.settle(call, owner, WebhookCall.State.CANCELLED, null, null, now());
            return;
        }
        var answer = answer(webhook, call);
        settle(call, owner, answer.status(), answer.failure());
    }

    private WebhookClient.Answer answer(Webhook webhook, WebhookCall call) {
        try {
            return client.call(webhook, call, now());
        } catch (RuntimeException broken) {
            LOG.warn("Call {} broke off: {}", call.id(), broken.getClass().getSimpleName());
            return new WebhookClient.Answer(null, "campaign.failed.unexpected");
        }
    }

    private void settle(WebhookCall call, String owner, @Nullable Integer status, @Nullable String failure) {
        if (status != null && status >= 200 && status < 300) {
            rows.settle(call, owner, WebhookCall.State.DONE, status, null, now());
        } else if (again(status) && now().isBefore(call.firstTriedAt().plus(GIVEN_UP))) {
            rows.layDown(call, owner, now().plus(pause(call.tries())), status, failure);
        } else {
            rows.settle(call, owner, WebhookCall.State.FAILED, status, failure, now());
        }
    }

    /** Nothing answered, too much at once, or their trouble; a refusal stays one. */
    private static boolean again(@Nullable Integer status) {
        return status == null || status == 429 || status >= 500;
    }

    static Duration pause(int tries) {
        var doubled = tries > 8 ? LONGEST : FIRST.multipliedBy(1L << (tries - 1));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
