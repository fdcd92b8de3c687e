package rollcall.provider.gotowebinar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single values. */
final class Json {

    private Json() {}

    /** A text, or a key: those are numbers of 64 bits, and texts in some lists [G2-OAS]. Empty when it is not there. */
    static String text(JsonNode node, String name) {
        return node.path(name).asString("").strip();
    }

    /** {@code 2026-03-02T17:00:00Z} [G2-OAS]; null when it is not there or is written otherwise. */
    static @Nullable Instant instant(JsonNode node, String name) {
        try {
            return OffsetDateTime.parse(text(node, name)).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }
}
