package rollcall.provider.teams;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the two ways in which Graph writes times. */
final class GraphTimes {

    /** Graph writes the year 1 where there is no time [assumed]. */
    private static final Instant NEVER = Instant.parse("1900-01-01T00:00:00Z");

    private GraphTimes() {}

    /** A timestamp, in UTC also where it does not say so (MS-REG); null when there is none. */
    static @Nullable Instant stamp(JsonNode node) {
        return at(node.asString(""), ZoneOffset.UTC);
    }

    /** A {@code dateTimeTimeZone} (MS-WEB); null when there is none, or one of a zone that nobody knows. */
    static @Nullable Instant inZone(JsonNode node) {
        var zone = WindowsZones.zone(node.path("timeZone").asString("UTC"));
        return zone.isEmpty() ? null : at(node.path("dateTime").asString(""), zone.get());
    }

    private static @Nullable Instant at(String text, ZoneId zone) {
        try {
            var instant = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
            return instant.isBefore(NEVER) ? null : instant;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
