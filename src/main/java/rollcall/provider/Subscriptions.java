package rollcall.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.web.PublicUrl;
import rollcall.web.Signatures;

/**
 * Has providers tell by themselves what happens to the events that programs are held as, as long as they are: asks for it,
 * renews it before it ends, and takes it back. What is wanted is worked out anew each time from the webinars that programs
 * have chosen; so nothing is forgotten, whatever else went wrong. One that was asked for with another address, or another
 * secret, is told in vain: it is asked for anew. Where it fails, refreshes still read everything.
 */
@Component
class Subscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    /** How long after a program's end its provider may still have something to tell. */
    private static final Duration AFTERWARDS = Duration.ofDays(2);

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration AT_LATEST = Duration.ofHours(1);
    private static final int AT_ONCE = 50;

    private final SubscriptionRows rows;
    private final Connections connections;
    private final Webinars webinars;
    private final PublicUrl publicUrl;
    private final Signatures signatures;
    private final Attempts attempts;
    private final Clock clock;

    Subscriptions(
            SubscriptionRows rows,
            Connections connections,
            Webinars webinars,
            PublicUrl publicUrl,
            Signatures signatures,
            Attempts attempts,
            Clock clock) {
        this.rows = rows;
        this.connections = connections;
        this.webinars = webinars;
        this.publicUrl = publicUrl;
        this.signatures = signatures;
        this.attempts = attempts;
        this.clock = clock;
    }

    List<Subscription> of(long connectionId) {
        return rows.of(connectionId);
    }

    /** Somebody has seen to the connection: what has failed is tried at once. */
    void retry(long connectionId) {
        rows.retry(connectionId, now());
    }

    /** Works out what is wanted, and does all that is due. Called outside of any transaction. */
    void workOff() {
        connections.all().stream().filter(Connection::enabled).forEach(this::plan);
        rows.due(now(), AT_ONCE).forEach(this::workOn);
    }

    private void plan(Connection connection) {
        webinars.subscribing(connection.kind()).ifPresent(provider -> {
            var plan = plan(provider, connection);
            var over = now().minus(AFTERWARDS);
            attempts.inTransaction(() -> {
                plan.topics().forEach(topic -> rows.want(connection.id(), topic, over, now()));
                rows.leave(connection.id(), plan.topics(), over, now());
                rows.outdated(connection.id(), plan.madeWith(), now().plus(LEASE.multipliedBy(2)), now());
                return plan;
            });
        });
    }

    /** @param madeWith a signature of what subscriptions are asked for with now */
    private record Plan(Set<String> topics, String madeWith) {}

    /** Nothing for a connection that cannot be read. */
    private Plan plan(Subscribing provider, Connection connection) {
        try {
            return new Plan(provider.topics(connection.id()), madeWith(provider, connection.kind(), connection.id()));
        } catch (ProviderTrouble barred) {
            return new Plan(Set.of(), "");
        }
    }

    private String madeWith(Subscribing provider, String kind, long connectionId) {
        return signatures.of("subscription " + hook(kind, connectionId) + "\n" + provider.boundTo(connectionId));
    }

    private void workOn(Subscription one) {
        if (!rows.claim(one, now().plus(LEASE))) {
            return;
        }
        try {
            webinars.subscribing(one.event().kind()).ifPresent(provider -> ask(provider, one));
        } catch (ProviderTrouble trouble) {
            failed(one, trouble.failure());
        } catch (RuntimeException broken) {
            LOG.warn("Subscription {} broke: {}", one.id(), broken.getClass().getSimpleName());
            failed(one, new ProviderFailure.Unclear(""));
        }
    }

    private void ask(Subscribing provider, Subscription one) {
        if (!one.wanted()) {
            unsubscribe(provider, one);
            return;
        }
        var madeWith = madeWith(provider, one.event().kind(), one.event().connection());
        if (one.remoteId() == null || !one.tells(now())) {
            subscribe(provider, one, madeWith);
        } else if (madeWith.equals(one.madeWith())) {
            renew(provider, one, one.remoteId());
        } else {
            takeBack(provider, one, one.remoteId());
            subscribe(provider, one, madeWith);
        }
    }

    private String hook(String kind, long connectionId) {
        return publicUrl.link("/hooks/%s/%d".formatted(kind, connectionId));
    }

    private void subscribe(Subscribing provider, Subscription one, String madeWith) {
        var event = one.event();
        told(one, provider.subscribe(event, one.topic(), hook(event.kind(), event.connection())), madeWith);
    }

    /** Whoever may not take it back any more, as it belongs to somebody else by now, lets it end by itself. */
    private void takeBack(Subscribing provider, Subscription one, String remoteId) {
        try {
            provider.unsubscribe(one.event().connection(), remoteId);
        } catch (ProviderTrouble trouble) {
            LOG.info(
                    "Subscription {} is not taken back: {}",
                    one.id(),
                    trouble.failure().getClass().getSimpleName());
        }
        rows.silent(one.id());
    }

    private void renew(Subscribing provider, Subscription one, String remoteId) {
        provider.renew(one.event().connection(), remoteId)
                .ifPresentOrElse(
                        until -> told(one, new Subscribing.Subscribed(remoteId, until), one.madeWith()),
                        () -> rows.lost(one.event().connection(), remoteId, now()));
    }

    /** Half of the time is left for trying again. */
    private void told(Subscription one, Subscribing.Subscribed told, @Nullable String madeWith) {
        var half = Duration.between(now(), told.until()).dividedBy(2);
        rows.told(one.id(), told, madeWith, now().plus(half.compareTo(SOON) < 0 ? SOON : half));
    }

    /** What ends by itself before it could be taken back is let be. */
    private void unsubscribe(Subscribing provider, Subscription one) {
        if (one.remoteId() != null && one.tells(now())) {
            provider.unsubscribe(one.event().connection(), one.remoteId());
        }
        rows.gone(one.id(), now());
    }

    private void failed(Subscription one, ProviderFailure failure) {
        rows.failed(one.id(), failure.words(), again(one, failure));
    }

    private Instant again(Subscription one, ProviderFailure failure) {
        if (failure instanceof Throttled busy && busy.retryAt().isAfter(now())) {
            return busy.retryAt().truncatedTo(ChronoUnit.MICROS);
        }
        var wait = SOON.multipliedBy(1L << Math.min(one.failures(), 6));
        return now().plus(wait.compareTo(AT_LATEST) > 0 ? AT_LATEST : wait);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
