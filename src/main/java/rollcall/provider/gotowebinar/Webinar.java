package rollcall.provider.gotowebinar;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rollcall.provider.EventDetails;
import rollcall.provider.EventDetails.State;
import rollcall.provider.EventListing;
import tools.jackson.databind.JsonNode;

/**
 * A webinar as GoTo tells of it [G2-OAS]; a cancelled one is not found any more.
 *
 * @param startsAt of the first of its times; null when none is said
 * @param endsAt of the last of its times; likewise
 * @param limit how many may register; null for no limit or when it is not said
 */
record Webinar(
        String key,
        String subject,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer limit,
        int registered,
        boolean inSession) {

    static Webinar of(JsonNode node) {
        var limit = node.path("registrationLimit").asInt(0);
        return new Webinar(
                Json.text(node, "webinarKey"),
                Json.text(node, "subject"),
                time(node, "startTime", all -> all.min(Comparator.naturalOrder())),
                time(node, "endTime", all -> all.max(Comparator.naturalOrder())),
                limit > 0 ? limit : null,
                node.path("numberOfRegistrants").asInt(0),
                node.path("inSession").asBoolean(false));
    }

    private static @Nullable Instant time(
            JsonNode node, String name, Function<Stream<Instant>, Optional<Instant>> choose) {
        var times = node.path("times").valueStream().map(time -> Json.instant(time, name));
        return choose.apply(times.filter(Objects::nonNull).map(Objects::requireNonNull))
                .orElse(null);
    }

    boolean over(Instant now) {
        return !inSession && endsAt != null && !now.isBefore(endsAt);
    }

    boolean full() {
        return limit != null && registered >= limit;
    }

    EventListing listing() {
        return new EventListing(key, subject, startsAt);
    }

    /** @param lastLeft when its last session ended; null when there was none */
    EventDetails details(Instant now, @Nullable Instant lastLeft) {
        var overran = endsAt != null && lastLeft != null && lastLeft.isAfter(endsAt);
        return new EventDetails(subject, startsAt, overran ? lastLeft : endsAt, limit, state(now));
    }

    private State state(Instant now) {
        if (inSession) {
            return State.LIVE;
        }
        if (endsAt == null) {
            return State.UNKNOWN;
        }
        return over(now) ? State.ENDED : State.SCHEDULED;
    }
}
