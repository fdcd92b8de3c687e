package rollcall.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.member.BulkChanges;
import rollcall.member.Cause;
import rollcall.member.Confirmed;
import rollcall.member.Selection;
import rollcall.member.StatusRequest;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

/** Registration errors by what caused them, and sending them again. */
@Service
public class ErrorDesk {

    /** What a member's last registration came to; somebody who was never sent from here has no such row. */
    private static final String ERRORS = """
        from member m join person n on n.id = m.person_id join change_set s on s.id = m.change_set_id
        left join push p on p.id = (
            select max(l.id) from push l where l.member_id = m.id and l.action = 'REGISTER')
        where m.program_id in (:programs) and m.status = 'REGISTRATION_ERROR'
        """;

    /** Somebody whom the provider had accepted, and then reported as turned down, was not refused when they were sent. */
    private static final String CAUSE = """
        case when p.state = 'ACCEPTED' and s.cause = 'PROVIDER' then 'DENIED' else coalesce(p.failure, 'UNKNOWN') end\
        """;

    private final JdbcClient jdbc;
    private final Programs programs;
    private final BulkChanges changes;

    ErrorDesk(JdbcClient jdbc, Programs programs, BulkChanges changes) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.changes = changes;
    }

    /**
     * Members whose registration failed for the same cause.
     *
     * @param cause a {@link Refusal}, {@code NO_ANSWER}, {@code UNABLE}, {@code DENIED} after it was accepted, or {@code UNKNOWN} when it was not sent from here
     * @param words an example of what the provider said; empty when it said nothing
     */
    public record Cluster(String cause, long members, String words) {}

    /** The causes in a program, the most frequent first. */
    public List<Cluster> clusters(long programId) {
        return clusters(Set.of(programId)).getOrDefault(programId, List.of());
    }

    /** The causes in each of these programs, by the program's id; a program without errors is left out. */
    Map<Long, List<Cluster>> clusters(Set<Long> programIds) {
        var clusters = new HashMap<Long, List<Cluster>>();
        if (!programIds.isEmpty()) {
            jdbc.sql("select m.program_id, " + CAUSE + " as cause, count(*) as members, min(m.status_reason) as words "
                            + ERRORS + " group by m.program_id, " + CAUSE + " order by 3 desc, 2")
                    .param("programs", programIds)
                    .query((row, n) -> clusters.computeIfAbsent(row.getLong("program_id"), id -> new ArrayList<>())
                            .add(new Cluster(row.getString("cause"), row.getLong("members"), said(row, "words"))))
                    .list();
        }
        return clusters;
    }

    /**
     * Somebody whose registration failed.
     *
     * @param words what the provider said; empty when it said nothing
     */
    public record Failed(long memberId, String name, String email, String cause, String words) {

        /** The name, or the address of somebody whose name is not known. */
        public String label() {
            return name.isEmpty() ? email : name;
        }
    }

    /**
     * Those whose registration failed, in the order in which they became members.
     *
     * @param cause only those that failed for it; null for whatever cause
     * @param after the member behind whom to begin; 0 for the first page
     */
    List<Failed> members(long programId, @Nullable String cause, long after, int most) {
        return jdbc.sql("select m.id, n.first_name, n.last_name, n.email, m.status_reason, " + CAUSE + " as cause "
                        + ERRORS + " and m.id > :after and (:cause = '' or " + CAUSE
                        + " = :cause) order by m.id limit :most")
                .param("programs", List.of(programId))
                .param("after", after)
                .param("cause", cause == null ? "" : cause)
                .param("most", most)
                .query((row, n) -> new Failed(
                        row.getLong("id"),
                        (row.getString("first_name") + " " + row.getString("last_name")).strip(),
                        row.getString("email"),
                        row.getString("cause"),
                        said(row, "status_reason")))
                .list();
    }

    /** Where there was no answer, there are no words of the provider's. */
    private static String said(ResultSet row, String column) throws SQLException {
        return row.getString("cause").equals(Backoff.NO_ANSWER) ? "" : row.getString(column);
    }

    /**
     * Sends everybody with that cause again, by asking for Registered: at once, or as a job when they are many.
     *
     * @param requestId the same one again does nothing twice
     */
    public Confirmed retry(Actor who, long programId, String cause, String requestId) {
        var program = programs.require(who, programId, Act.MANAGE);
        var members = jdbc.sql("select m.id " + ERRORS + " and " + CAUSE + " = :cause order by m.id")
                .param("programs", List.of(programId))
                .param("cause", cause)
                .query(Long.class)
                .list();
        return retry(who, program, members, requestId);
    }

    /** As {@link #retry(Actor, long, String, String)}, for one member; nothing happens when there is no error any more. */
    Confirmed retryOne(Actor who, long programId, long memberId, String requestId) {
        return retry(who, programs.require(who, programId, Act.MANAGE), List.of(memberId), requestId);
    }

    private Confirmed retry(Actor who, Program program, List<Long> members, String requestId) {
        var request = StatusRequest.of(program.key(), StatusCode.REGISTERED, Cause.PERSON, who)
                .expecting(StatusCode.REGISTRATION_ERROR.name())
                .once(requestId);
        return changes.confirm(program, request, new Selection.Ticked(members));
    }
}
