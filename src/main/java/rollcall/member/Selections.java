package rollcall.member;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.program.Programs;

/** Finds the members that a selection means, in the order in which they get seats. */
@Component
class Selections {

    /** As {@link Standing#BY_TURN}: those who wait first, in their order; then by membership date. */
    static final String BY_TURN = """
        case when m.status = 'WAITLISTED' then 0 else 1 end,
        m.waitlist_priority desc, m.waitlist_number, m.joined_at, m.id\
        """;

    private static final int FETCHED = 5_000;

    private final JdbcClient jdbc;
    private final MemberReads reads;
    private final Members members;
    private final Programs programs;

    Selections(JdbcClient jdbc, MemberReads reads, Members members, Programs programs) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.members = members;
        this.programs = programs;
    }

    /** Within a transaction, outside of which PostgreSQL hands over all rows at once. */
    void each(Program program, Selection selection, Consumer<Standing> consumer) {
        var sql = sql(program, selection);
        var channel = programs.channelOf(program);
        jdbc.sql("select m.id, m.person_id, m.status, m.brought_by, m.changed_at, m.joined_at, m.closed, m.offer_until,"
                        + " m.waitlist_priority, m.waitlist_number from member m"
                        + sql.where() + " order by " + BY_TURN)
                .withFetchSize(FETCHED)
                .params(sql.params())
                .query(row -> {
                    consumer.accept(MemberRows.standing(row, channel));
                });
    }

    /** The ids of those who are meant, but no more than {@code most}. */
    List<Long> ids(Program program, Selection selection, int most) {
        var sql = sql(program, selection).param("most", most);
        return jdbc.sql("select m.id from member m" + sql.where() + " order by " + BY_TURN + " limit :most")
                .params(sql.params())
                .query(Long.class)
                .list();
    }

    long count(Program program, Selection selection) {
        return reads.count(sql(program, selection));
    }

    /** Keeps who is meant now for a job; who matches later is not part of it. */
    int freeze(Program program, Selection selection, long jobId) {
        var sql = sql(program, selection).param("job", jobId);
        return jdbc.sql("insert into bulk_member (job_id, position, member_id) select cast(:job as bigint),"
                        + " row_number() over (order by "
                        + BY_TURN + "), m.id from member m" + sql.where())
                .params(sql.params())
                .update();
    }

    /** All that are kept for a job, in rising order of their ids; within a transaction, as {@link #each}. */
    long[] frozen(long jobId) {
        var ids = LongStream.builder();
        jdbc.sql("select member_id from bulk_member where job_id = :job order by member_id")
                .withFetchSize(FETCHED)
                .param("job", jobId)
                .query(row -> {
                    ids.add(row.getLong("member_id"));
                });
        return ids.build().toArray();
    }

    List<Long> frozen(long jobId, long after, int most) {
        return jdbc.sql("""
            select member_id from bulk_member where job_id = :job and position > :after
            order by job_id, position limit :most\
            """)
                .params(Map.of("job", jobId, "after", after, "most", most))
                .query(Long.class)
                .list();
    }

    void forget(long jobId) {
        jdbc.sql("delete from bulk_member where job_id = :job")
                .param("job", jobId)
                .update();
    }

    private MemberSql sql(Program program, Selection selection) {
        return switch (selection) {
            case Selection.Ticked ticked -> ticked(program, ticked.memberIds());
            case Selection.Matching matching -> members.sql(program, matching.filter());
        };
    }

    /** Somebody who was ticked and has left since is still meant: the door says what becomes of them. */
    private static MemberSql ticked(Program program, List<Long> ids) {
        return MemberSql.everybody(program.key()).add("m.id in (:ids)", "ids", ids.isEmpty() ? List.of(-1L) : ids);
    }
}
