package rollcall.account;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which entries of the audit are wanted; each part is null for all. It stands in the address of the page.
 *
 * @param who the key of an actor
 * @param from the first day, in the zone of whoever looks
 * @param to the last day
 */
record AuditFilter(
        @Nullable AuditKind kind,
        @Nullable String who,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate from,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate to) {

    AuditFilter {
        who = who == null || who.isEmpty() ? null : who;
    }

    boolean all() {
        return kind == null && who == null && from == null && to == null;
    }

    /** The conditions as SQL with their values, those of an index first. */
    Map<String, Object> conditions(ZoneId zone) {
        var conditions = new LinkedHashMap<String, Object>();
        if (kind != null) {
            conditions.put("kind = :kind", kind.name());
        }
        if (who != null) {
            conditions.put("actor_key = :who", who);
        }
        if (from != null) {
            conditions.put("made_at >= :from", begin(from, zone));
        }
        if (to != null) {
            conditions.put("made_at < :to", begin(to.plusDays(1), zone));
        }
        return conditions;
    }

    private static Timestamp begin(LocalDate day, ZoneId zone) {
        return Timestamp.from(day.atStartOfDay(zone).toInstant());
    }

    /** What an entry about handing out the audit says of it. */
    Map<String, Object> said() {
        var said = new LinkedHashMap<String, Object>();
        parts().forEach((name, value) -> said.put(name, value.toString()));
        return said;
    }

    /** That page at this filter, with one more parameter unless its value is null. */
    String address(String page, String name, @Nullable Long value) {
        var values = new LinkedHashMap<>(parts());
        if (value != null) {
            values.put(name, value);
        }
        var address = UriComponentsBuilder.fromPath(page);
        values.keySet().forEach(key -> address.queryParam(key, "{" + key + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private Map<String, Object> parts() {
        var parts = new LinkedHashMap<String, Object>();
        put(parts, "kind", kind);
        put(parts, "who", who);
        put(parts, "from", from);
        put(parts, "to", to);
        return parts;
    }

    private static void put(Map<String, Object> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value);
        }
    }
}
