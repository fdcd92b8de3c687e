package rollcall.approval;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.job.Attempts;
import rollcall.member.Cause;
import rollcall.member.NoSuchMember;
import rollcall.member.Outcome;
import rollcall.member.Seating;
import rollcall.member.SeatsNow;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.registration.FirstStatus;
import rollcall.registration.FirstStatus.Give;
import rollcall.registration.FirstStatus.Situation;

/**
 * Decides on one member who waits. Approving is the decision of who comes in once more, under the lock of the seats: it
 * may mean the waitlist, and it may find the program full, and then the member stays pending.
 */
@Service
class Decisions {

    private final Seating seating;
    private final StatusChanges changes;
    private final DecisionRows rows;
    private final Programs programs;
    private final Attempts attempts;
    private final JdbcClient jdbc;

    Decisions(
            Seating seating,
            StatusChanges changes,
            DecisionRows rows,
            Programs programs,
            Attempts attempts,
            JdbcClient jdbc) {
        this.seating = seating;
        this.changes = changes;
        this.rows = rows;
        this.programs = programs;
        this.attempts = attempts;
        this.jdbc = jdbc;
    }

    /** @param requestId makes asking twice harmless; null for no such guard */
    Outcome approve(Actor who, long programId, long memberId, @Nullable String requestId) {
        return attempts.inTransaction(() -> {
            var seats = seating.lockIfLimited(programs.get(programId));
            var to = approved(programs.get(programId), seats);
            return ask(request(who, programId, to, requestId), memberId);
        });
    }

    Outcome reject(Actor who, long programId, long memberId, String reason, @Nullable String requestId) {
        return attempts.inTransaction(() ->
                ask(request(who, programId, StatusCode.REJECTED, requestId).because(reason), memberId));
    }

    /** Where there is neither a seat nor room to wait the door is asked all the same: it says best why not. */
    private static StatusCode approved(Program program, SeatsNow seats) {
        return to(program, seats).orElse(StatusCode.REGISTERED);
    }

    /** What being approved comes to; empty when the program is full. */
    static Optional<StatusCode> to(Program program, SeatsNow seats) {
        return FirstStatus.approved(Situation.of(program, seats)) instanceof Give give
                ? Optional.of(give.to())
                : Optional.empty();
    }

    static StatusRequest request(Actor who, long programId, StatusCode to, @Nullable String requestId) {
        return StatusRequest.of(programId, to, Cause.APPROVAL, who)
                .expecting(StatusCode.PENDING_APPROVAL.name())
                .once(requestId);
    }

    private Outcome ask(StatusRequest request, long memberId) {
        var outcome = changes.change(request, memberId);
        if (outcome.changeSetId() != null) {
            rows.cameFrom(Source.INBOX, outcome.changeSetId());
        }
        return outcome;
    }

    /** @throws NoSuchMember when there is none */
    long programOf(long memberId) {
        return jdbc.sql("select program_id from member where id = :id")
                .param("id", memberId)
                .query(Long.class)
                .optional()
                .orElseThrow(NoSuchMember::new);
    }
}
