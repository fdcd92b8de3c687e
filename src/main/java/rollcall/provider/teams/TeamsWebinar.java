package rollcall.provider.teams;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.provider.EventDetails;
import rollcall.provider.EventListing;
import tools.jackson.databind.JsonNode;

/**
 * A {@code virtualEventWebinar} (MS-WEB).
 *
 * @param startsAt null when Graph does not say, or in a zone that nobody knows
 * @param zone Microsoft's name of the zone in which it was planned; empty when Graph does not say
 * @param status {@code draft}, {@code published}, {@code canceled}, or what Microsoft has thought of since
 */
record TeamsWebinar(
        String id,
        String title,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String zone,
        String status) {

    static TeamsWebinar of(JsonNode node) {
        return new TeamsWebinar(
                node.path("id").asString(""),
                node.path("displayName").asString(""),
                GraphTimes.inZone(node.path("startDateTime")),
                GraphTimes.inZone(node.path("endDateTime")),
                node.path("startDateTime").path("timeZone").asString(""),
                node.path("status").asString(""));
    }

    boolean canceled() {
        return status.equals("canceled");
    }

    /** Whether it can be registered for at all: a draft is seen by nobody. */
    boolean open() {
        return !canceled() && !status.equals("draft");
    }

    boolean overBy(Instant now) {
        return endsAt != null && !endsAt.isAfter(now);
    }

    /** Whether something that lasted from then to then, or lasts still, was at its time. */
    boolean during(@Nullable Instant from, @Nullable Instant to) {
        var early = startsAt != null && to != null && !to.isAfter(startsAt);
        var late = endsAt != null && from != null && !from.isBefore(endsAt);
        return !early && !late;
    }

    /** @param capacity null for no limit, or when it could not be read */
    EventDetails details(@Nullable Integer capacity, Instant now) {
        return new EventDetails(title, startsAt, endsAt, capacity, state(now));
    }

    /** Graph does not say whether a webinar has begun or is over: its plan does. */
    private EventDetails.State state(Instant now) {
        if (canceled()) {
            return EventDetails.State.CANCELLED;
        }
        if (startsAt == null || endsAt == null) {
            return EventDetails.State.UNKNOWN;
        }
        if (now.isBefore(startsAt)) {
            return EventDetails.State.SCHEDULED;
        }
        return overBy(now) ? EventDetails.State.ENDED : EventDetails.State.LIVE;
    }

    EventListing listing() {
        return new EventListing(id, title, startsAt);
    }
}
