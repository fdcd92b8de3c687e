package rollcall.provider;

import org.jspecify.annotations.Nullable;

/**
 * Where a manager says that a webinar is held.
 *
 * @param kind the provider's; empty for none
 * @param connectionId through which it is reached; null where the provider needs none
 * @param event the provider's id of the event; empty where the provider makes events by itself
 */
record Place(String kind, @Nullable Long connectionId, String event) {

    private static final int LONGEST_EVENT = 200;

    /**
     * @param choice what the form says: a kind, or a kind and a connection with a colon between
     * @param event as typed; digits may stand in groups, as providers show them
     */
    static Place parse(String choice, String event) {
        var parts = choice.split(":", 2);
        var digits = event.replaceAll("[\\s-]", "");
        var tidy = digits.matches("\\d+") ? digits : event.strip();
        return parts.length == 1 || !parts[1].matches("\\d{1,18}")
                ? new Place(parts[0], null, "")
                : new Place(parts[0], Long.valueOf(parts[1]), tidy);
    }

    static Place of(@Nullable Webinar webinar) {
        return webinar == null
                ? new Place("", null, "")
                : new Place(
                        webinar.event().kind(),
                        webinar.event().connectionId(),
                        webinar.event().externalId());
    }

    /** As the form says it. */
    String choice() {
        return connectionId == null ? kind : kind + ":" + connectionId;
    }

    boolean misses() {
        return connectionId != null && (event.isEmpty() || event.length() > LONGEST_EVENT);
    }

    /** Whether that webinar is held there already. */
    boolean holds(@Nullable Webinar webinar) {
        return webinar == null
                ? kind.isEmpty()
                : kind.equals(webinar.event().kind()) && (connectionId == null || asRef().equals(webinar.event()));
    }

    EventRef asRef() {
        return new EventRef(kind, event, connectionId);
    }
}
