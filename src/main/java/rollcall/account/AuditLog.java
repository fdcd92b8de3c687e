package rollcall.account;

import java.sql.Timestamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what the rooms report as done, in the transaction that did it. */
@Component
class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    void store(AuditApplicationEvent published) {
        var event = published.getAuditEvent();
        jdbc.sql("""
            insert into audit_entry (made_at, kind, actor_key, details)
            values (:at, :kind, :actor, :details)\
            """)
                .param("at", Timestamp.from(event.getTimestamp()))
                .param("kind", event.getType())
                .param("actor", event.getPrincipal())
                .param("details", details(event.getType(), json.writeValueAsString(event.getData())))
                .update();
    }

    /** That something was done is worth more than what exactly. */
    private static String details(String kind, String details) {
        if (details.length() <= LONGEST) {
            return details;
        }
        LOG.warn("The details of an audit entry {} are {} characters long and were left out.", kind, details.length());
        return "{}";
    }
}
