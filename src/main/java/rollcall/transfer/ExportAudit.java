package rollcall.transfer;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.member.MemberFilterForm;
import rollcall.program.Actor;
import rollcall.program.Program;

/**
 * Who takes how much out of where, noted before the first of it leaves. What was searched for may be a name, and stays
 * out.
 */
@Component
class ExportAudit {

    private final ApplicationEventPublisher events;

    ExportAudit(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** A list leaves at once. */
    void exported(Actor who, Program program, MemberFilterForm list, long rows) {
        events.publishEvent(new AuditApplicationEvent(who.key(), "MEMBERS_EXPORTED", about(program, list, rows)));
    }

    /** Members who were ticked leave at once. */
    void ticked(Actor who, Program program, long rows) {
        events.publishEvent(new AuditApplicationEvent(
                who.key(), "MEMBERS_EXPORTED", Map.of("program", program.key(), "rows", rows, "ticked", true)));
    }

    /** A list is to be written into a file; nothing leaves yet. */
    void prepared(Actor who, Program program, MemberFilterForm list, long rows, ListFormat format) {
        var about = about(program, list, rows);
        about.put("format", format.name());
        events.publishEvent(new AuditApplicationEvent(who.key(), "EXPORT_PREPARED", about));
    }

    /** A file that was prepared leaves. */
    void fetched(Actor who, Program program, PreparedFile one) {
        events.publishEvent(new AuditApplicationEvent(
                who.key(),
                "MEMBERS_EXPORTED",
                Map.of(
                        "program",
                        program.key(),
                        "rows",
                        one.rows(),
                        "format",
                        one.format().name(),
                        "preparedBy",
                        one.by().key())));
    }

    private static Map<String, Object> about(Program program, MemberFilterForm list, long rows) {
        return new HashMap<>(Map.of(
                "program",
                program.key(),
                "rows",
                rows,
                "statuses",
                list.status(),
                "searched",
                !list.q().isEmpty() || !list.reason().isEmpty()));
    }
}
