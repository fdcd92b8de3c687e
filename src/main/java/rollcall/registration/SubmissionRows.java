package rollcall.registration;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.StatusCode;
import rollcall.registration.FirstStatus.Rule;

/** The rows of forms that were filled out, and where whoever filled one out stands. */
@Component
class SubmissionRows {

    private final JdbcClient jdbc;

    SubmissionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param status its key */
    record Standing(long memberId, String status, boolean answered) {}

    /** Where somebody stands, who is held until the transaction ends; nothing for whoever never was a member. */
    Optional<Standing> hold(long programId, long personId) {
        return jdbc.sql("""
            select m.id, m.status, exists (select 1 from member_answer a where a.member_id = m.id) as answered
            from member m where m.program_id = :program and m.person_id = :person and m.closed is null for update\
            """)
                .param("program", programId)
                .param("person", personId)
                .query((row, n) -> new Standing(row.getLong("id"), row.getString("status"), row.getBoolean("answered")))
                .optional();
    }

    /** Whether that very form was received before. */
    boolean received(long programId, String requestId) {
        return jdbc.sql("""
            select count(*) from registration_submission where program_id = :program and request_id = :request\
            """)
                        .param("program", programId)
                        .param("request", requestId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insert(
            long programId,
            long memberId,
            @Nullable String requestId,
            @Nullable StatusCode status,
            Rule rule,
            Instant at) {
        jdbc.sql("""
            insert into registration_submission (program_id, member_id, request_id, status, rule, submitted_at)
            values (:program, :member, :request, :status, :rule, :at)\
            """)
                .param("program", programId)
                .param("member", memberId)
                .param("request", requestId)
                .param("status", status == null ? null : status.name())
                .param("rule", rule.name())
                .param("at", Timestamp.from(at))
                .update();
    }
}
