package rollcall.provider.gotowebinar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rollcall.provider.EventDetails;
import rollcall.provider.EventListing;
import rollcall.provider.EventRef;
import rollcall.provider.Page;
import rollcall.provider.ProviderTrouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads the organizer's webinars [G2-OAS]. */
final class Webinars {

    /** How far ahead webinars are listed. Whether GoTo sets a limit is not known [gap]. */
    private static final Period AHEAD = Period.ofYears(1);

    private static final Duration DAY = Duration.ofDays(1);

    private final GoToApi api;
    private final Kept<Boolean> lettingIn;
    private final Clock clock;

    Webinars(GoToApi api, Clock clock) {
        this.api = api;
        this.lettingIn = new Kept<>(this::readLettingIn, Duration.ofMinutes(10), clock);
        this.clock = clock;
    }

    Page<EventListing> from(long connectionId, Instant from, @Nullable String cursor) {
        var page = Rows.number(cursor);
        var until = from.atOffset(ZoneOffset.UTC).plus(AHEAD).toInstant();
        var rows = list(connectionId, from, until, page, Rows.SIZE);
        return rows.as(
                rows.rows().stream().map(one -> Webinar.of(one).listing()).toList(), page);
    }

    /** A cheap read, to see whether the token is taken for this organizer. */
    void check(long connectionId) {
        list(connectionId, clock.instant(), clock.instant().plus(DAY), 0, 1);
    }

    private Rows list(long connectionId, Instant from, Instant until, int page, int size) {
        Map<String, Object> query =
                Map.of("fromTime", written(from), "toTime", written(until), "page", page, "size", size);
        return Rows.of(api.ofOrganizer(connectionId, "/webinars", query), page);
    }

    private static String written(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    Webinar of(EventRef event) {
        return Webinar.of(api.read(event, "", Map.of()));
    }

    EventDetails describe(EventRef event) {
        var webinar = of(event);
        var now = clock.instant();
        return webinar.details(now, webinar.over(now) ? Sessions.of(api, event).lastEnd() : null);
    }

    /**
     * Whether it lets in everybody by itself, as far as is known; so it was a few minutes ago. Only the list says how a
     * webinar approves [G2-OAS].
     */
    boolean letsInByItself(EventRef event) {
        return lettingIn.of(event);
    }

    private boolean readLettingIn(EventRef event) {
        try {
            var start = of(event).startsAt();
            return start != null && "AUTOMATIC".equalsIgnoreCase(Json.text(listed(event, start), "approvalType"));
        } catch (ProviderTrouble unread) {
            return false; // then each registrant is looked up
        }
    }

    private JsonNode listed(EventRef event, Instant start) {
        var page = 0;
        Rows rows;
        do {
            rows = list(event.connection(), start.minus(DAY), start.plus(DAY), page++, Rows.SIZE);
            for (var row : rows.rows()) {
                if (Json.text(row, "webinarKey").equals(event.externalId())) {
                    return row;
                }
            }
        } while (!rows.last());
        return MissingNode.getInstance();
    }
}
