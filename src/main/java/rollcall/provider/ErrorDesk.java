package rollcall.provider;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.member.BulkChanges;
import rollcall.member.Cause;
import rollcall.member.Confirmed;
import rollcall.member.Selection;
import rollcall.member.StatusRequest;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

/** Registration errors by what caused them, and sending them again. */
@Service
public class ErrorDesk {

    /** What a member's last registration came to; somebody who was never sent from here has no such row. */
    private static final String ERRORS = """
        from member m
        left join push p on p.id = (
            select max(l.id) from push l where l.member_id = m.id and l.action = 'REGISTER')
        where m.program_id = :program and m.status = 'REGISTRATION_ERROR'
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
     * @param cause a {@link Refusal}, {@code NO_ANSWER}, or {@code UNKNOWN} when it was not sent from here
     * @param words an example of what the provider said; empty when it said nothing
     */
    public record Cluster(String cause, long members, String words) {}

    /** The causes in a program, the most frequent first. */
    public List<Cluster> clusters(long programId) {
        return jdbc.sql("select coalesce(p.failure, 'UNKNOWN') as cause, count(*) as members,"
                        + " min(m.status_reason) as words " + ERRORS
                        + " group by coalesce(p.failure, 'UNKNOWN') order by 2 desc, 1")
                .param("program", programId)
                .query((row, n) -> new Cluster(row.getString("cause"), row.getLong("members"), row.getString("words")))
                .list();
    }

    /**
     * Sends everybody with that cause again, by asking for Registered: at once, or as a job when they are many.
     *
     * @param requestId the same one again does nothing twice
     */
    public Confirmed retry(Actor who, long programId, String cause, String requestId) {
        var program = programs.require(who, programId, Act.MANAGE);
        var members = jdbc.sql("select m.id " + ERRORS + " and coalesce(p.failure, 'UNKNOWN') = :cause order by m.id")
                .param("program", programId)
                .param("cause", cause)
                .query(Long.class)
                .list();
        var request = StatusRequest.of(programId, StatusCode.REGISTERED, Cause.PERSON, who)
                .expecting(StatusCode.REGISTRATION_ERROR.name())
                .once(requestId);
        return changes.confirm(program, request, new Selection.Ticked(members));
    }
}
