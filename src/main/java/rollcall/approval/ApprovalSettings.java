package rollcall.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.ProgramCreated;

/** The rows of {@code approval_setting}. */
@Component
class ApprovalSettings {

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    ApprovalSettings(JdbcClient jdbc, Attempts attempts, MessageSource messages, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.messages = messages;
        this.events = events;
    }

    /** A clone decides as the program it was made after. */
    @EventListener
    void on(ProgramCreated created) {
        if (created.clonedFrom() != null) {
            jdbc.sql("""
                insert into approval_setting (program_id, expires_after, expiry_reason, reasons)
                select cast(:program as bigint), expires_after, expiry_reason, reasons
                from approval_setting where program_id = :from\
                """)
                    .param("program", created.programId())
                    .param("from", created.clonedFrom())
                    .update();
        }
    }

    Setting of(long programId) {
        return jdbc.sql("select expires_after, expiry_reason, reasons from approval_setting where program_id ="
                        + " :program")
                .param("program", programId)
                .query((row, n) -> setting(row))
                .optional()
                .orElse(Setting.NONE);
    }

    private static Setting setting(ResultSet row) throws SQLException {
        return new Setting(
                row.getObject("expires_after", Integer.class),
                row.getString("expiry_reason"),
                row.getString("reasons").lines().toList());
    }

    /** The reasons for turning somebody down that the program offers: its own, or the usual ones. */
    List<String> reasonsOf(long programId) {
        var own = of(programId).reasons();
        return own.isEmpty() ? usual() : own;
    }

    List<String> usual() {
        return messages.getMessage("approval.reasons.usual", null, LocaleContextHolder.getLocale())
                .lines()
                .toList();
    }

    void store(Actor who, Program program, Setting setting) {
        attempts.inTransaction(() -> {
            var params = params(program, setting);
            var stored = jdbc.sql("""
                update approval_setting set expires_after = :after, expiry_reason = :why, reasons = :reasons
                where program_id = :program\
                """).params(params).update();
            if (stored == 0) {
                jdbc.sql("""
                    insert into approval_setting (program_id, expires_after, expiry_reason, reasons)
                    values (:program, :after, :why, :reasons)\
                    """).params(params).update();
            }
            return stored;
        });
        events.publishEvent(new AuditApplicationEvent(
                who.key(),
                "APPROVAL_SET",
                Map.of(
                        "program",
                        program.key(),
                        "days",
                        setting.expiresAfter() == null ? "" : setting.expiresAfter(),
                        "reasons",
                        setting.reasons().size())));
    }

    private static Map<String, Object> params(Program program, Setting setting) {
        var params = new java.util.HashMap<String, Object>();
        params.put("program", program.key());
        params.put("after", setting.expiresAfter());
        params.put("why", setting.expiryReason());
        params.put("reasons", String.join("\n", setting.reasons()));
        return params;
    }
}
