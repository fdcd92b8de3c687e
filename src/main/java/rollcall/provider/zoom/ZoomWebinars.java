package rollcall.provider.zoom;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import rollcall.provider.EventDetails;
import rollcall.provider.EventDetails.State;
import rollcall.provider.EventListing;
import rollcall.provider.EventRef;
import rollcall.provider.Page;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderTrouble;
import tools.jackson.databind.JsonNode;

/** The webinars of an account: which there are, how one is planned, and what became of it. */
final class ZoomWebinars {

    /** How long what is known of a webinar's settings is good enough to register people by. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final ZoomApi api;
    private final Runs runs;
    private final ConcurrentMap<EventRef, Known> known = new ConcurrentHashMap<>();

    private record Known(ZoomWebinar webinar, Instant until) {}

    ZoomWebinars(ZoomApi api, Runs runs) {
        this.api = api;
        this.runs = runs;
    }

    /** As it is now. */
    ZoomWebinar read(EventRef event) {
        var webinar = ZoomWebinar.of(api.read(event.connection(), "/webinars/{id}", event.externalId()));
        var now = api.now();
        known.values().removeIf(one -> !now.isBefore(one.until()));
        known.put(event, new Known(webinar, now.plus(FRESH)));
        return webinar;
    }

    /** As it was a few minutes ago. */
    ZoomWebinar known(EventRef event) {
        var held = known.get(event);
        return held != null && api.now().isBefore(held.until()) ? held.webinar() : read(event);
    }

    /** As it was when somebody looked last, if anybody did. */
    Optional<ZoomWebinar> seen(EventRef event) {
        return Optional.ofNullable(known.get(event)).map(Known::webinar);
    }

    /**
     * Zoom does not say whether a webinar is going on. It is over when there was a run of it; whether one whose time has
     * come is going on, over for a moment or never took place is not known.
     */
    EventDetails describe(EventRef event) {
        var webinar = read(event);
        var ran = runs.of(event, webinar);
        if (!ran.isEmpty()) {
            return new EventDetails(
                    webinar.topic(),
                    ran.getFirst().startedAt(),
                    runs.endOf(event, webinar, ran.getLast()),
                    webinar.capacity(),
                    State.ENDED);
        }
        var start = webinar.startsAt();
        var state = start != null && api.now().isBefore(start) ? State.SCHEDULED : State.UNKNOWN;
        return new EventDetails(webinar.topic(), start, webinar.endsAt(), webinar.capacity(), state);
    }

    /**
     * The webinars of the hosts that the connection names, one host after the other. The list knows no beginning to ask
     * for, so what is past is left out here; a series stays, whenever it began.
     */
    Page<EventListing> list(long connectionId, String[] hosts, Instant from, @Nullable String cursor) {
        return Mark.read(cursor, mark -> {
            var host = mark.first() ? 0 : Integer.parseInt(mark.part(0));
            if (host >= hosts.length) {
                throw new StaleMark(); // the connection names fewer hosts than when the list was begun
            }
            var page = ofHost(connectionId, hosts[host], mark.first() ? "" : mark.part(1));
            var token = ZoomApi.next(page);
            var listed = page.path("webinars").values().stream()
                    .filter(one -> begins(one, from))
                    .map(ZoomWebinars::listing)
                    .toList();
            if (!token.isEmpty()) {
                return new Page<>(listed, mark.next(Integer.toString(host), token), true);
            }
            return new Page<>(listed, host + 1 < hosts.length ? mark.next(Integer.toString(host + 1), "") : null, true);
        });
    }

    /** @throws ProviderTrouble barred, when the account has no such host: the connection is wrong then */
    JsonNode ofHost(long connectionId, String host, String token) {
        try {
            return api.page(connectionId, token, "/users/{host}/webinars?type=scheduled", host);
        } catch (StaleMark stale) {
            throw stale;
        } catch (ProviderTrouble trouble) {
            throw trouble.failure() instanceof Rejected no ? new ProviderTrouble(new Barred(no.words())) : trouble;
        }
    }

    private static boolean begins(JsonNode said, Instant from) {
        var webinar = ZoomWebinar.of(said);
        return !webinar.once()
                || webinar.startsAt() == null
                || !webinar.startsAt().isBefore(from);
    }

    private static EventListing listing(JsonNode said) {
        var webinar = ZoomWebinar.of(said);
        return new EventListing(webinar.id(), webinar.topic(), webinar.startsAt());
    }

    /** @param named addresses or ids, with commas or spaces between; empty for the one who owns the app */
    static String[] hosts(String named) {
        var hosts = Arrays.stream(named.split("[\\s,;]+"))
                .filter(one -> !one.isEmpty())
                .toArray(String[]::new);
        return hosts.length == 0 ? new String[] {"me"} : hosts;
    }
}
