package rollcall.account;

import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** Publishes what this room has done as every room does: as an {@link AuditApplicationEvent}. */
@Component
class AuditTrail {

    private final ApplicationEventPublisher events;

    AuditTrail(ApplicationEventPublisher events) {
        this.events = events;
    }

    void note(Actor by, AuditKind kind, Map<String, Object> details) {
        events.publishEvent(new AuditApplicationEvent(by.key(), kind.name(), details));
    }
}
