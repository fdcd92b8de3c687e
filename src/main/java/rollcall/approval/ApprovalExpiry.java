package rollcall.approval;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.member.StatusChanges;
import rollcall.program.Actor;
import rollcall.program.StatusCode;

/**
 * Rejects those on whom nobody decided in time, where a program wants that. Whoever was put off is left until then, and
 * whoever comes back begins to wait anew.
 */
@Component
class ApprovalExpiry {

    private final StatusChanges changes;
    private final DecisionRows rows;
    private final Attempts attempts;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalExpiry(StatusChanges changes, DecisionRows rows, Attempts attempts, JdbcClient jdbc, Clock clock) {
        this.changes = changes;
        this.rows = rows;
        this.attempts = attempts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Looks for them every few minutes; any node may. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> expireApprovals(ApprovalExpiry expiry) {
            return Tasks.recurring("expire-approvals", FixedDelay.of(Duration.ofMinutes(5)))
                    .execute((order, context) -> expiry.expire());
        }
    }

    /** A program in which people expire. */
    private record Expiring(long programId, int days, String reason) {}

    void expire() {
        jdbc.sql("""
            select s.program_id, s.expires_after, s.expiry_reason
            from approval_setting s join program p on p.id = s.program_id
            where s.expires_after is not null and p.archived_at is null order by s.program_id\
            """)
                .query((row, n) -> new Expiring(
                        row.getLong("program_id"), row.getInt("expires_after"), row.getString("expiry_reason")))
                .list()
                .forEach(this::expire);
    }

    private void expire(Expiring program) {
        var now = clock.instant();
        for (var ids = due(program, now); !ids.isEmpty(); ids = due(program, now)) {
            if (!reject(program, ids)) {
                return; // what is refused now would be refused again at once
            }
        }
    }

    private List<Long> due(Expiring program, Instant now) {
        return jdbc.sql("select m.id from member m" + Deferrals.HOLDING + """
             where m.program_id = :program and m.status = 'PENDING_APPROVAL' and m.changed_at <= :before and d.id is null
            order by m.changed_at, m.id limit :most\
            """)
                .param("program", program.programId())
                .param("before", Timestamp.from(now.minus(Duration.ofDays(program.days()))))
                .param("now", Timestamp.from(now))
                .param("most", StatusChanges.MOST)
                .query(Long.class)
                .list();
    }

    private boolean reject(Expiring program, List<Long> ids) {
        return attempts.inTransaction(() -> {
            var request = Decisions.request(Actor.SYSTEM, program.programId(), StatusCode.REJECTED, null)
                    .because(program.reason());
            var made = changes.change(request, ids);
            if (made.id() != null) {
                rows.cameFrom(Source.EXPIRY, made.id());
            }
            return made.changed() > 0;
        });
    }
}
