package rollcall.member;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the members whom a mistake was made with, in the order in which they get seats. */
@Component
class MistakeRows {

    private static final String MEMBERS = """
        from member m where m.program_id = :program and m.id in (
            select c.member_id from status_change c join change_set s on s.id = c.change_set_id
            where s.program_id = :program and %s = :mistake)\
        """;

    private final JdbcClient jdbc;

    MistakeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** But no more than {@code most}; empty when the program has no such change set or job, or it changed nobody. */
    List<Long> ids(long programId, Mistake mistake, int most) {
        return jdbc.sql("select m.id " + members(mistake) + " order by " + Selections.BY_TURN + " limit :most")
                .param("program", programId)
                .param("mistake", id(mistake))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** How many of them have not moved on since. */
    long uncorrected(long programId, Mistake mistake) {
        return jdbc.sql("select count(*) from member m join change_set s on s.id = m.change_set_id"
                        + " where m.program_id = :program and " + column(mistake) + " = :mistake")
                .param("program", programId)
                .param("mistake", id(mistake))
                .query(Long.class)
                .single();
    }

    /** Keeps who is meant for a job, in the way of {@link Selections#freeze}. */
    int freeze(long programId, Mistake mistake, long jobId) {
        return jdbc.sql("insert into bulk_member (job_id, position, member_id) select cast(:job as bigint),"
                        + " row_number() over (order by " + Selections.BY_TURN + "), m.id " + members(mistake))
                .param("program", programId)
                .param("mistake", id(mistake))
                .param("job", jobId)
                .update();
    }

    private static String members(Mistake mistake) {
        return MEMBERS.formatted(column(mistake));
    }

    private static String column(Mistake mistake) {
        return switch (mistake) {
            case Mistake.OfChangeSet one -> "s.id";
            case Mistake.OfJob one -> "s.job_id";
        };
    }

    private static long id(Mistake mistake) {
        return switch (mistake) {
            case Mistake.OfChangeSet(var id) -> id;
            case Mistake.OfJob(var id) -> id;
        };
    }
}
