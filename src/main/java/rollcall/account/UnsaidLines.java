package rollcall.account;

import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * What a redirect was to say lies in a session until the next page, and may name somebody. When a person is erased, no
 * session keeps such a line.
 */
@Component
class UnsaidLines {

    private static final String ERASURE = "ERASURE";
    private static final String ATTRIBUTE = SessionFlashMapManager.class.getName() + ".FLASH_MAPS";

    private final JdbcClient jdbc;

    UnsaidLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void forget(AuditApplicationEvent published) {
        if (published.getAuditEvent().getType().equals(ERASURE)) {
            jdbc.sql("delete from spring_session_attributes where attribute_name = :name")
                    .param("name", ATTRIBUTE)
                    .update();
        }
    }
}
