package rollcall.registration;

import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** Notes in the audit who changed a public page or what its form asks. */
@Component
class RegistrationAudit {

    private final ApplicationEventPublisher events;

    RegistrationAudit(ApplicationEventPublisher events) {
        this.events = events;
    }

    void stored(Actor who, RegistrationPage page) {
        events.publishEvent(new AuditApplicationEvent(
                who.key(),
                "REGISTRATION_SET",
                Map.of("program", page.programId(), "address", page.slug(), "published", page.published())));
    }

    /** @param what the words of the question as the form has them from now on, or had them until now */
    void asked(Actor who, long programId, String deed, String what) {
        events.publishEvent(new AuditApplicationEvent(who.key(), "FORM_SET", Map.of("program", programId, deed, what)));
    }
}
