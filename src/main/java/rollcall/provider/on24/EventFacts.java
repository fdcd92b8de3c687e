package rollcall.provider.on24;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.provider.EventDetails;
import rollcall.provider.EventDetails.State;
import rollcall.provider.ProviderFailure;

/**
 * What ON24 says of an event (ON24-OAS). It names no capacity.
 *
 * @param audienceUrl where everybody enters, live and afterwards; null when it is no address of the web
 */
record EventFacts(
        String title,
        @Nullable Instant start,
        @Nullable Instant end,
        boolean active,
        @Nullable URI audienceUrl) {

    static EventFacts of(Row event) {
        return new EventFacts(
                title(event),
                event.at("livestart"),
                event.at("liveend"),
                !event.no("isactive"),
                web(event.text("audienceurl")));
    }

    /** Lists of events know no {@code eventname}; {@code description} is the title there (ON24-OAS, by its examples). */
    static String title(Row event) {
        var name = event.text("eventname");
        return ProviderFailure.cut(name.isEmpty() ? event.text("description") : name);
    }

    private static @Nullable URI web(String address) {
        try {
            var uri = URI.create(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null
                    ? uri
                    : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    EventDetails details(Instant now) {
        return new EventDetails(title, start, end, null, state(now));
    }

    /** An event that is inactive before its end was called off; that is assumed. */
    private State state(Instant now) {
        if (end != null && !now.isBefore(end)) {
            return State.ENDED;
        }
        if (!active) {
            return State.CANCELLED;
        }
        if (start == null) {
            return State.UNKNOWN;
        }
        return now.isBefore(start) ? State.SCHEDULED : State.LIVE;
    }

    boolean started(Instant now) {
        return start != null && !now.isBefore(start);
    }
}
