package rollcall.account;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import rollcall.program.ProgramChanged;
import rollcall.program.ProgramCreated;
import rollcall.program.ProgramRemoved;

/** Notes what people do with programs themselves, in the transaction that does it. */
@Component
class ProgramsAudit {

    private final AuditTrail audit;

    ProgramsAudit(AuditTrail audit) {
        this.audit = audit;
    }

    @EventListener
    void on(ProgramCreated created) {
        if (created.by().signsIn()) {
            var details = new TreeMap<String, Object>(Map.of("program", created.programId()));
            if (created.clonedFrom() != null) {
                details.put("clonedFrom", created.clonedFrom());
            }
            audit.note(created.by(), AuditKind.PROGRAM_CREATED, details);
        }
    }

    @EventListener
    void on(ProgramChanged changed) {
        if (changed.by().signsIn()) {
            audit.note(
                    changed.by(),
                    kind(changed),
                    Map.of("program", changed.after().key()));
        }
    }

    private static AuditKind kind(ProgramChanged changed) {
        if (changed.before().archived() == changed.after().archived()) {
            return AuditKind.PROGRAM_CHANGED;
        }
        return changed.after().archived() ? AuditKind.PROGRAM_ARCHIVED : AuditKind.PROGRAM_RESTORED;
    }

    @EventListener
    void on(ProgramRemoved removed) {
        audit.note(removed.by(), AuditKind.PROGRAM_REMOVED, Map.of("program", removed.programId()));
    }
}
