package rollcall.member;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access;
import rollcall.program.Actor;

/** Reads whom another program could lend. */
@Component
class AdditionRows {

    private static final int PROGRAMS = 200;

    private final JdbcClient jdbc;
    private final Access access;

    AdditionRows(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** The people behind these members, in the order of their ids, from the one behind {@code after} on. */
    List<Long> people(AdditionSource source, long after, int most) {
        return jdbc.sql("""
            select person_id from member
            where program_id = :program and status in (:statuses) and closed is null and person_id > :after
            order by program_id, person_id limit :most\
            """)
                .param("program", source.program().key())
                .param("statuses", source.statuses())
                .param("after", after)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    long count(AdditionSource source) {
        return jdbc.sql("select count(*) from member where program_id = :program and status in (:statuses) and closed"
                        + " is null")
                .param("program", source.program().key())
                .param("statuses", source.statuses())
                .query(Long.class)
                .single();
    }

    /** A program whose members may be looked at. */
    record Lender(long id, String name) {}

    /** The newest programs that somebody may see, but this one. */
    List<Lender> lenders(Actor who, long programId) {
        var reach = access.reachOf(who);
        return jdbc
                .sql("select id, name from program where id <> :program order by starts_at desc, id desc")
                .param("program", programId)
                .query(Lender.class)
                .list()
                .stream()
                .filter(lender -> reach.covers(lender.id()))
                .limit(PROGRAMS)
                .toList();
    }
}
