package rollcall.account;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** Reads what {@link AuditLog} has kept, the newest first. */
@Component
class AuditEntries {

    static final int PAGE = 50;

    /** One page, and the id that the next one begins below; null on the last. */
    record Page(List<AuditEntry> entries, @Nullable Long next) {}

    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The kinds there are entries of. */
    List<String> kinds() {
        return jdbc.sql("select distinct kind from audit_entry order by kind")
                .query(String.class)
                .list();
    }

    /**
     * @param kind only entries of this kind; empty for all
     * @param below only entries with a lower id; null to begin with the newest
     */
    Page page(String kind, @Nullable Long below) {
        var ofKind = kind.isEmpty() ? "" : "e.kind = :kind and ";
        var order = kind.isEmpty() ? "order by e.id desc" : "order by e.kind desc, e.id desc";
        var entries = jdbc.sql("""
            select e.id, e.made_at, e.kind, coalesce(a.name, case e.actor_key when :system then :house else e.actor_key end) as actor, e.details
            from audit_entry e left join account a on e.actor_key = concat('account:', a.id)
            where %s e.id < :below %s limit :most\
            """.formatted(ofKind, order))
                .param("system", Actor.SYSTEM.key())
                .param("house", Actor.SYSTEM.name())
                .param("kind", kind)
                .param("below", below == null ? Long.MAX_VALUE : below)
                .param("most", PAGE + 1)
                .query((row, n) -> new AuditEntry(
                        row.getLong("id"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("details")))
                .list();
        var shown = entries.subList(0, Math.min(PAGE, entries.size()));
        return new Page(shown, entries.size() > PAGE ? shown.getLast().id() : null);
    }
}
