package rollcall.provider.on24;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * One object of an answer, flat: ON24 declares no schema, so whatever is missing is empty (ON24-OAS).
 *
 * @param fields by name, in lower case; what is nested is left out
 */
record Row(Map<String, String> fields) {

    /** So that no code that another system has put there is taken for one of ours. */
    private static final String OURS = "RC-";

    private static final Pattern OUR_CODE = Pattern.compile(OURS + "(\\d{1,18})");

    /** What ON24 keeps of a member, as {@code extEventUserCd}, and says again in its reports. */
    static String code(long memberId) {
        return OURS + memberId;
    }

    /** @param parser at the beginning of an object; at its end afterwards */
    static Row read(JsonParser parser) {
        var fields = new HashMap<String, String>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                fields.put(name.toLowerCase(Locale.ROOT), parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return new Row(fields);
    }

    static Row of(JsonNode object) {
        var fields = new HashMap<String, String>();
        object.properties().stream()
                .filter(field ->
                        field.getValue().isValueNode() && !field.getValue().isNull())
                .forEach(field -> fields.put(
                        field.getKey().toLowerCase(Locale.ROOT),
                        field.getValue().asString()));
        return new Row(fields);
    }

    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    @Nullable
    String id(String name) {
        var id = text(name);
        return id.isEmpty() ? null : id;
    }

    /** 0 for what is no number. */
    long number(String name) {
        try {
            return Math.round(Double.parseDouble(text(name)));
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** Flags are {@code Y} and {@code N}, some {@code true} and {@code false} (ON24-OAS). */
    boolean yes(String name) {
        return text(name).equalsIgnoreCase("Y") || text(name).equalsIgnoreCase("true");
    }

    boolean no(String name) {
        return text(name).equalsIgnoreCase("N") || text(name).equalsIgnoreCase("false");
    }

    /** Times come with an offset (ON24-OAS); one without is not guessed at. */
    @Nullable
    Instant at(String name) {
        try {
            return OffsetDateTime.parse(text(name)).toInstant();
        } catch (DateTimeException none) {
            return null;
        }
    }

    String name() {
        return (text("firstname") + " " + text("lastname")).strip();
    }

    @Nullable
    Long memberId() {
        var code = OUR_CODE.matcher(text("exteventusercd"));
        return code.matches() ? Long.valueOf(code.group(1)) : null;
    }

    /**
     * Whether it is about somebody who is still there: ON24's own texts contradict each other on whether lists leave out
     * those who are deleted (ON24-OAS), so that each row is looked at.
     */
    boolean active() {
        var status = text("userstatus");
        return status.isEmpty() || status.equalsIgnoreCase("active");
    }

    /** Deleted there, or erased on request. */
    boolean gone() {
        var status = text("userstatus");
        return status.equalsIgnoreCase("deleted") || status.equalsIgnoreCase("forgotten");
    }
}
