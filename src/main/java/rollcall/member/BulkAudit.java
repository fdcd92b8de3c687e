package rollcall.member;

import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the audit when somebody has changed many members at once, in the transaction that does so or orders it. */
@Component
class BulkAudit {

    private static final String KIND = "BULK_CHANGE";

    private final ApplicationEventPublisher events;

    BulkAudit(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** What a job does stands there already, since it was ordered; and what happens by itself is nobody's doing. */
    void made(StatusRequest request, long changeSet, int members) {
        if (members > 1 && request.jobId() == null && request.actor().signsIn()) {
            note(request, "changeSet", changeSet, members);
        }
    }

    void ordered(StatusRequest request, long job, long members) {
        note(request, "job", job, members);
    }

    private void note(StatusRequest request, String what, long id, long members) {
        events.publishEvent(new AuditApplicationEvent(
                request.actor().key(),
                KIND,
                Map.of("program", request.programId(), what, id, "status", request.to(), "members", members)));
    }
}
