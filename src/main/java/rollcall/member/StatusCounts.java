package rollcall.member;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many members have each status: the sum of what each change set appended. */
@Component
class StatusCounts {

    private static final int FOLDED_AT_ONCE = 10_000;

    private final JdbcClient jdbc;

    StatusCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, Map<String, Long>> of(Collection<Long> programIds) {
        var counts = new HashMap<Long, Map<String, Long>>();
        if (!programIds.isEmpty()) {
            jdbc.sql("""
                select program_id, status, sum(n) as n from status_count
                where program_id in (:programs) group by program_id, status having sum(n) <> 0\
                """).param("programs", programIds).query(row -> {
                counts.computeIfAbsent(row.getLong("program_id"), id -> new HashMap<>())
                        .put(row.getString("status"), row.getLong("n"));
            });
        }
        return counts;
    }

    /** How many members there are or were, whatever their status. */
    long total(long programId) {
        return jdbc.sql("select coalesce(sum(n), 0) from status_count where program_id = :program")
                .param("program", programId)
                .query(Long.class)
                .single();
    }

    /** Replaces many rows of a program by one for each status. Rows that appear meanwhile are left for the next time. */
    @Transactional
    public void fold(long programId) {
        var ids = jdbc.sql("""
            select id from status_count where program_id = :program order by id limit :most
            for update skip locked\
            """)
                .param("program", programId)
                .param("most", FOLDED_AT_ONCE)
                .query(Long.class)
                .list();
        if (ids.size() > 1) {
            append(programId, ids);
            jdbc.sql("delete from status_count where id in (:ids)")
                    .param("ids", ids)
                    .update();
        }
    }

    private void append(long programId, Collection<Long> ids) {
        jdbc.sql("""
            insert into status_count (program_id, status, n)
            select cast(:program as bigint), status, cast(sum(n) as integer) from status_count
            where id in (:ids) group by status having sum(n) <> 0\
            """).param("program", programId).param("ids", ids).update();
    }

    /** The programs with so many rows that folding them pays. */
    Collection<Long> worthFolding() {
        return jdbc.sql("select program_id from status_count group by program_id having count(*) > 100")
                .query(Long.class)
                .list();
    }
}
