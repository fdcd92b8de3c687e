package rollcall.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what {@link AuditLog} has kept, the newest first. */
@Component
class AuditEntries {

    static final int PAGE = 50;

    private static final int PORTION = 500;

    /** Where a page lies: below an entry, above one, or at the top. */
    record Place(@Nullable Long below, @Nullable Long above) {

        static final Place TOP = new Place(null, null);

        private boolean upwards() {
            return above != null && below == null;
        }

        private @Nullable Long id() {
            return below == null ? above : below;
        }
    }

    /** One page, and the ids that its neighbours begin at; null where there is none. */
    record Page(
            List<AuditEntry> entries,
            @Nullable Long above,
            @Nullable Long below) {}

    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page page(AuditFilter filter, ZoneId zone, Place place) {
        var found = read(filter, zone, place, PAGE + 1);
        var more = found.size() > PAGE;
        var shown = new ArrayList<>(found.subList(0, Math.min(PAGE, found.size())));
        var upwards = place.upwards();
        var entries = upwards ? shown.reversed() : shown;
        if (entries.isEmpty()) {
            return new Page(List.of(), null, null);
        }
        return new Page(
                entries,
                (upwards ? more : place.below() != null) ? entries.getFirst().id() : null,
                (upwards || more) ? entries.getLast().id() : null);
    }

    /** Hands over every entry, without keeping more than a portion in memory. */
    void each(AuditFilter filter, ZoneId zone, Consumer<AuditEntry> use) {
        var place = Place.TOP;
        List<AuditEntry> portion;
        do {
            portion = read(filter, zone, place, PORTION);
            portion.forEach(use);
            place = portion.isEmpty() ? place : new Place(portion.getLast().id(), null);
        } while (portion.size() == PORTION);
    }

    private List<AuditEntry> read(AuditFilter filter, ZoneId zone, Place place, int most) {
        var conditions = filter.conditions(zone);
        var at = place.id() == null ? null : madeAt(place.id());
        var where = Stream.concat(
                        conditions.keySet().stream(),
                        at == null
                                ? Stream.of()
                                : Stream.of("(made_at, id) %s (:at, :id)".formatted(place.upwards() ? ">" : "<")))
                .collect(Collectors.joining(" and "));
        var statement = jdbc.sql(
                        "select id, made_at, kind, actor_key, details from audit_entry %s order by %s limit :most"
                                .formatted(where.isEmpty() ? "" : "where " + where, order(filter, place.upwards())))
                .param("most", most);
        conditions.forEach((condition, value) -> statement.param(nameIn(condition), value));
        if (at != null) {
            statement.param("at", at).param("id", place.id());
        }
        return statement.query((row, n) -> entry(row)).list();
    }

    /** What is the same in all rows comes first, so that H2 takes the order from the index. */
    private static String order(AuditFilter filter, boolean upwards) {
        var direction = upwards ? "asc" : "desc";
        var first = filter.kind() != null ? "kind %1$s, " : filter.who() != null ? "actor_key %1$s, " : "";
        return (first + "made_at %1$s, id %1$s").formatted(direction);
    }

    private static String nameIn(String condition) {
        return condition.substring(condition.indexOf(':') + 1);
    }

    private @Nullable Timestamp madeAt(long id) {
        return jdbc.sql("select made_at from audit_entry where id = :id")
                .param("id", id)
                .query((row, n) -> Timestamp.from(
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("actor_key"),
                row.getString("details"));
    }
}
