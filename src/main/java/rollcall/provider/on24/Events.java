package rollcall.provider.on24;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rollcall.provider.EventListing;
import rollcall.provider.EventRef;
import rollcall.provider.JoinLink;
import rollcall.provider.Page;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.on24.On24Client.Ask;

/** The events of an account: {@code GET /event} and {@code GET /event/{eventId}} (ON24-OAS). */
final class Events {

    /** Days that a list may span: half a year at most (ON24-OAS), counted short. */
    private static final int SPAN = 180;

    /** How many such lists are asked for: events of about a year ahead. */
    private static final int SPANS = 2;

    /** The default, said all the same (ON24-OAS). */
    private static final int PAGE = 100;

    private static final Pattern CURSOR = Pattern.compile("(\\d{1,2})-(\\d{1,6})");

    private final On24Client client;
    private final Remembered<EventFacts> remembered;
    private final Clock clock;

    Events(On24Client client, Clock clock) {
        this.client = client;
        this.remembered = new Remembered<>(clock);
        this.clock = clock;
    }

    /** The cheapest thing to read: what begins today. */
    void check(long connectionId) {
        var today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        client.granted(connectionId, client.get(connectionId, Ask.of("/event").with(query(today, today, 0, 1))))
                .json();
    }

    /** Read anew. */
    EventFacts read(EventRef event) {
        var facts = ask(event);
        remembered.keep(event, facts);
        return facts;
    }

    /** As of an hour ago at most. */
    EventFacts of(EventRef event) {
        return remembered.of(event, this::ask);
    }

    private EventFacts ask(EventRef event) {
        var connection = event.connection();
        var reply = client.get(connection, Ask.ofEvent(event.externalId(), ""));
        return EventFacts.of(Row.of(client.granted(connection, reply).json()));
    }

    /**
     * ON24 returns no link of a registrant's own; who comes to the event's address is known by a cookie, or asked for their
     * e-mail (ON24-SEAM). It is asked for when many come at once: what was known before will do.
     */
    Optional<JoinLink> door(EventRef event) {
        return Optional.ofNullable(orLast(event).audienceUrl()).map(url -> new JoinLink(url, false));
    }

    private EventFacts orLast(EventRef event) {
        try {
            return of(event);
        } catch (ProviderTrouble trouble) {
            return remembered.last(event).orElseThrow(() -> trouble);
        }
    }

    /** @param cursor the number of the half year and of the page in it */
    Page<EventListing> list(long connectionId, Instant from, @Nullable String cursor) {
        var at = CURSOR.matcher(cursor == null ? "0-0" : cursor);
        int span = at.matches() ? Integer.parseInt(at.group(1)) : 0;
        int page = at.matches() ? Integer.parseInt(at.group(2)) : 0;
        var first = first(from).plusDays((long) span * SPAN);
        var found = new ArrayList<Row>();
        var ask = Ask.of("/event")
                .with(query(first.toString(), first.plusDays(SPAN - 1).toString(), page, PAGE));
        long all = client.read(connectionId, ask, body -> RowStream.each(body, "events", found::add));
        var next = next(span, page, found.size(), all);
        var listed = found.stream()
                .map(Events::listing)
                .filter(one -> later(one, from))
                .toList();
        return new Page<>(listed, next, next == null);
    }

    /** Dates are days of a zone that is not said: one day more is asked for. */
    private static LocalDate first(Instant from) {
        return from.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** A list that is longer than was asked for is not paged: that paging is heeded without sub-accounts is not said. */
    private static @Nullable String next(int span, int page, int here, long all) {
        if (here > 0 && here <= PAGE && (page + 1L) * PAGE < all) {
            return span + "-" + (page + 1);
        }
        return span + 1 < SPANS ? (span + 1) + "-0" : null;
    }

    private static Map<String, String> query(String first, String last, int page, int most) {
        return Map.of(
                "startdate",
                first,
                "enddate",
                last,
                "datefiltermode",
                "livestart",
                "pageoffset",
                String.valueOf(page),
                "itemsperpage",
                String.valueOf(most));
    }

    private static EventListing listing(Row event) {
        return new EventListing(event.text("eventid"), EventFacts.title(event), event.at("livestart"));
    }

    private static boolean later(EventListing event, Instant from) {
        return !event.externalId().isEmpty()
                && (event.startsAt() == null || !event.startsAt().isBefore(from));
    }
}
