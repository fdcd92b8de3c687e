package rollcall.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code check_finding}: what was found by runs of the checks; and the one of {@code check_desk}. */
@Component
class CheckRows implements ChecksLock {

    private final JdbcClient jdbc;

    CheckRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock() {
        jdbc.sql("select id from check_desk where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    /** @param place of the invariant among all of them */
    void store(long jobId, int place, Invariant invariant, Finding finding) {
        switch (finding) {
            case Finding.Holds well -> {}
            case Finding.Unfinished tooLong -> insert(jobId, place, 0, invariant, null);
            case Finding.Broken(var rows) -> {
                for (int nth = 0; nth < rows.size(); nth++) {
                    insert(jobId, place, nth, invariant, rows.get(nth));
                }
            }
        }
    }

    private void insert(long jobId, int place, int nth, Invariant invariant, Finding.@Nullable Row row) {
        jdbc.sql("""
            insert into check_finding (job_id, place, nth, breach, row_name, member_id, program_id)
            values (:job, :place, :nth, :breach, :row, :member, :program)\
            """)
                .param("job", jobId)
                .param("place", place)
                .param("nth", nth)
                .param("breach", invariant.breach())
                .param("row", row == null ? null : row.id())
                .param("member", row == null ? null : row.memberId())
                .param("program", row == null ? null : row.programId())
                .update();
    }

    /** What a run found, in the order of the invariants; empty when nothing was broken. */
    List<CheckReport.Line> of(long jobId) {
        var lines = new ArrayList<CheckReport.Line>();
        jdbc.sql("""
            select f.breach, f.row_name, m.id as member_id, coalesce(m.program_id, p.id) as program_id
            from check_finding f
            left join member m on m.id = f.member_id
            left join program p on p.id = f.program_id
            where f.job_id = :job order by f.place, f.nth\
            """)
                .param("job", jobId)
                .query((row, n) -> add(
                        lines,
                        row.getString("breach"),
                        row.getString("row_name") == null
                                ? null
                                : new Finding.Row(
                                        row.getString("row_name"),
                                        row.getObject("member_id", Long.class),
                                        row.getObject("program_id", Long.class))))
                .list();
        return lines;
    }

    private static CheckReport.Line add(List<CheckReport.Line> lines, String breach, Finding.@Nullable Row row) {
        if (lines.isEmpty() || !lines.getLast().breach().equals(breach)) {
            lines.add(new CheckReport.Line(breach, new ArrayList<>()));
        }
        var line = lines.getLast();
        if (row != null) {
            line.rows().add(row);
        }
        return line;
    }
}
