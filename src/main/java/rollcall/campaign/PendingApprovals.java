package rollcall.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.StatusCode;

/** How long people wait for their approvers. */
@Component
class PendingApprovals {

    private final JdbcClient jdbc;

    PendingApprovals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For how long by then whoever waits longest in that program has waited; nothing when nobody waits. */
    Optional<Duration> longest(long programId, Instant now) {
        return jdbc.sql("""
            select changed_at from member where program_id = :program and status = :pending and closed is null
            order by changed_at limit 1\
            """)
                .param("program", programId)
                .param("pending", StatusCode.PENDING_APPROVAL.name())
                .query((row, n) -> Objects.requireNonNull(CampaignRows.instant(row, "changed_at")))
                .optional()
                .map(since -> Duration.between(since, now));
    }
}
