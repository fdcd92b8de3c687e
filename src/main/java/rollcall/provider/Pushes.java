package rollcall.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import rollcall.member.Registrations;
import rollcall.member.StatusesChanged;
import rollcall.program.StatusCode;

/**
 * Sends registrations to the provider. What is to be sent is stored with the status change that causes it; it is sent
 * afterwards, by whichever node is free, one thing at a time per member and in the order in which it happened.
 */
@Service
public class Pushes {

    private final Webinars webinars;
    private final WebinarRows webinarRows;
    private final PushQueue queue;
    private final PushRows rows;
    private final PushEndings endings;
    private final PushTraces traces;
    private final PushLanes lanes;
    private final Registrations registrations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pushes(
            Webinars webinars,
            WebinarRows webinarRows,
            PushQueue queue,
            PushRows rows,
            PushEndings endings,
            PushTraces traces,
            PushLanes lanes,
            Registrations registrations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.webinars = webinars;
        this.webinarRows = webinarRows;
        this.queue = queue;
        this.rows = rows;
        this.endings = endings;
        this.traces = traces;
        this.lanes = lanes;
        this.registrations = registrations;
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
        var webinar = touches ? webinars.of(changed.programId()) : Optional.<Webinar>empty();
        if (webinar.isEmpty()) {
            return;
        }
        var changeSet = changed.changeSetId();
        if (!changed.reported()) {
            var event = webinar.get().event();
            var cancelled = queue.cancelAll(event, changeSet, now());
            announce(changed.programId(), cancelled + queue.registerAll(event, changeSet, now()));
            registrations.queue(changeSet);
        }
        registrations.forget(changeSet);
    }

    /** Whoever is Registered already is sent to the provider that the program gets. */
    @EventListener
    void on(WebinarChosen chosen) {
        var webinar = chosen.webinar();
        registrations.queueAll(webinar.programId());
        announce(webinar.programId(), queue.registerEverybody(webinar.event(), webinar.programId(), now()));
    }

    /**
     * Nobody is registered there any more, and what there is of a registration leads nowhere; without a provider it is
     * accepted at once. What is to be cancelled there, is.
     */
    @EventListener
    void on(WebinarLeft left) {
        var program = left.programId();
        if (left.cancels()) {
            queue.cancelEverybody(left.event(), program, now());
        }
        announce(program, rows.waiting(program, Push.Action.CANCEL));
        endings.dropRegistrations(program, now());
        traces.tidyAll(program);
        registrations.acceptAll(program, now());
        registrations.forgetAll(program);
    }

    private void announce(long programId, int pushes) {
        if (pushes > 0) {
            events.publishEvent(new PushesQueued(programId));
        }
    }

    /**
     * Sends what is due for that program, outside of any transaction, until nothing is or others get their turn.
     *
     * @return whether more may be due
     */
    public boolean send(long programId) {
        release(programId);
        return lanes.send(programId);
    }

    /** Forgets a pause that is over. */
    private void release(long programId) {
        webinars.of(programId)
                .filter(webinar ->
                        webinar.heldUntil() != null && !webinar.heldUntil().isAfter(now()))
                .ifPresent(webinar -> webinarRows.hold(programId, webinar.event(), null, null));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
