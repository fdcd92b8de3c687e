package rollcall.provider.zoom;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A webinar as it is planned at Zoom [Z-OAS].
 *
 * @param type 5 takes place once, 6 and 9 several times
 * @param approval 0 lets in by itself, 1 lets a person decide, 2 registers nobody
 * @param startsAt null when it has no time of its own
 * @param minutes how long it is planned to be
 * @param capacity null for no limit
 */
record ZoomWebinar(
        String id,
        String topic,
        int type,
        int approval,
        @Nullable Instant startsAt,
        int minutes,
        @Nullable Integer capacity) {

    private static final int ONCE = 5;
    private static final int BY_HAND = 1;

    static ZoomWebinar of(JsonNode said) {
        var settings = said.path("settings");
        var most = settings.path("registrants_restrict_number").asInt(0);
        return new ZoomWebinar(
                said.path("id").asString(""),
                said.path("topic").asString(""),
                said.path("type").asInt(ONCE),
                settings.path("approval_type").asInt(0),
                instant(said.path("start_time")),
                said.path("duration").asInt(0),
                most > 0 ? most : null);
    }

    boolean once() {
        return type == ONCE;
    }

    /** Whether somebody there would have to let in each registrant. */
    boolean approvedByHand() {
        return approval == BY_HAND;
    }

    @Nullable
    Instant endsAt() {
        return startsAt == null ? null : startsAt.plusSeconds(60L * minutes);
    }

    /** Null when there is none, or none that makes sense. */
    static @Nullable Instant instant(JsonNode said) {
        try {
            var text = said.asString("");
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
