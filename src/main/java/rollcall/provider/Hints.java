package rollcall.provider;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What providers tell by themselves: that an event is to be read again, sooner than planned. */
@Component
class Hints {

    /** So that many who register at once come in one reading. */
    static final Duration SOON = Duration.ofMinutes(1);

    private final Connections connections;
    private final SubscriptionRows subscriptions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Hints(
            Connections connections,
            SubscriptionRows subscriptions,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.connections = connections;
        this.subscriptions = subscriptions;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing when no program is held as that event, or attendance is brought back by hand only. */
    @Transactional
    void take(long connectionId, Heard.Item item) {
        var kind = connections.connection(connectionId).kind();
        var event = new EventRef(kind, item.externalId(), connectionId);
        switch (item.what()) {
            case REGISTRATIONS -> events.publishEvent(new RegistrantsChanged(event));
            case CHANGED -> events.publishEvent(new EventChanged(event));
            case BEGAN -> events.publishEvent(new WebinarBegan(event, item.at()));
            case ENDED -> events.publishEvent(new WebinarEnded(event, item.at()));
            case SUBSCRIPTION_ENDS -> subscriptions.hurry(connectionId, item.externalId(), clock.instant());
            case SUBSCRIPTION_LOST -> {
                missed(connectionId, item.externalId());
                subscriptions.lost(connectionId, item.externalId(), clock.instant());
            }
            case MISSED -> missed(connectionId, item.externalId());
        }
    }

    @EventListener
    void on(RegistrantsChanged changed) {
        readAgain(changed.event(), clock.instant().plus(SOON));
    }

    /** Whatever it may have been is read. */
    private void missed(long connectionId, String subscription) {
        subscriptions.event(connectionId, subscription).ifPresent(event -> {
            readAgain(event, clock.instant().plus(SOON));
            events.publishEvent(new EventChanged(event));
        });
    }

    private void readAgain(EventRef event, Instant at) {
        jdbc.sql("""
            update webinar set next_refresh_at = :at
            where provider = :provider and event_id = :event and refreshes_itself
                and connection_id is not distinct from cast(:connection as bigint)
                and (next_refresh_at is null or next_refresh_at > :at)\
            """)
                .param("at", Timestamp.from(at.truncatedTo(ChronoUnit.MICROS)))
                .param("provider", event.kind())
                .param("event", event.externalId())
                .param("connection", event.connectionId())
                .update();
    }
}
