package rollcall.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import rollcall.job.Attempts;
import rollcall.member.Registrations;
import rollcall.member.StatusesChanged;
import rollcall.program.StatusCode;

/**
 * Sends registrations to the provider. What is to be sent is stored with the status change that causes it; it is sent
 * afterwards, by whichever node is free, one thing at a time per member and in the order in which it happened.
 */
@Service
public class Pushes {

    /** How many are sent before other programs get their turn. */
    private static final int SLICE = 100;

    private final Webinars webinars;
    private final WebinarRows webinarRows;
    private final PushRows rows;
    private final PushSender sender;
    private final PushSettlement settlement;
    private final Registrations registrations;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pushes(
            Webinars webinars,
            WebinarRows webinarRows,
            PushRows rows,
            PushSender sender,
            PushSettlement settlement,
            Registrations registrations,
            Attempts attempts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.webinars = webinars;
        this.webinarRows = webinarRows;
        this.rows = rows;
        this.sender = sender;
        this.settlement = settlement;
        this.registrations = registrations;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores what the provider is to hear of a change; what the provider itself reported is not sent back. Ahead of other
     * listeners, which look whether a registration has to wait for a provider.
     */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(StatusesChanged changed) {
        var touches = changed.to(StatusCode.REGISTERED) || changed.out();
        if (!touches || webinars.of(changed.programId()).isEmpty()) {
            return;
        }
        var changeSet = changed.changeSetId();
        if (!changed.reported()) {
            queue(changed.programId(), rows.cancelAll(changeSet, now()) + rows.registerAll(changeSet, now()));
            registrations.queue(changeSet);
        }
        registrations.forget(changeSet);
    }

    /** Whoever is Registered already is sent to the provider that the program gets. */
    @EventListener
    void on(WebinarChosen chosen) {
        var program = chosen.webinar().programId();
        rows.dropAll(program, now());
        registrations.queueAll(program);
        queue(program, rows.registerEverybody(program, now()));
    }

    /** What waits to be sent is not sent any more; without a provider a registration is accepted at once. */
    @EventListener
    void on(WebinarLeft left) {
        rows.dropAll(left.programId(), now());
        registrations.acceptAll(left.programId(), now());
    }

    private void queue(long programId, int pushes) {
        if (pushes > 0) {
            events.publishEvent(new PushesQueued(programId));
        }
    }

    /**
     * Sends what is due for that program, in the calling thread and outside of any transaction.
     *
     * @return whether more may be due
     */
    public boolean send(long programId) {
        for (int sent = 0; sent < SLICE; sent++) {
            var webinar = webinars.of(programId);
            if (webinar.isEmpty()
                    || held(webinar.get())
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            if (!sendOne(webinar.get())) {
                return false;
            }
        }
        return true;
    }

    private boolean sendOne(Webinar webinar) {
        var owner = UUID.randomUUID().toString();
        var claimed = attempts.inTransaction(() -> {
            var push = rows.claim(webinar.programId(), owner, now());
            push.ifPresent(settlement::begin);
            return push;
        });
        claimed.ifPresent(push -> settlement.settle(webinar, push, owner, sender.send(webinar, push)));
        return claimed.isPresent();
    }

    private boolean held(Webinar webinar) {
        var until = webinar.heldUntil();
        if (until == null) {
            return false;
        }
        if (until.isAfter(now())) {
            return true;
        }
        webinarRows.hold(webinar.programId(), null, null);
        return false;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
