package rollcall.member;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access;
import rollcall.program.Actor;
import rollcall.web.Text;

/** Reads whom another program could lend. */
@Component
class AdditionRows {

    private static final int PROGRAMS = 100;

    private final JdbcClient jdbc;
    private final Access access;

    AdditionRows(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** The people behind these members, a thousand at most, in their order. */
    List<Long> behind(List<Long> memberIds) {
        var people = new HashMap<Long, Long>();
        if (!memberIds.isEmpty()) {
            jdbc.sql("select id, person_id from member where id in (:ids)")
                    .param("ids", memberIds)
                    .query(row -> {
                        people.put(row.getLong("id"), row.getLong("person_id"));
                    });
        }
        return memberIds.stream().map(people::get).filter(Objects::nonNull).toList();
    }

    /** A program whose members may be looked at. */
    record Lender(long id, String name) {}

    /**
     * The newest programs that somebody may see, but this one.
     *
     * @param find stands anywhere in the name; case and accents do not matter
     */
    List<Lender> lenders(Actor who, long programId, String find) {
        var reach = access.reachOf(who);
        if (!reach.everywhere() && reach.programIds().isEmpty()) {
            return List.of();
        }
        var ids = reach.everywhere() ? List.of(-1L) : List.copyOf(reach.programIds());
        return jdbc.sql("""
            select id, name from program
            where id <> :program and name_key like :find escape '!' and (:everywhere or id in (:ids))
            order by starts_at desc, id desc limit :most\
            """)
                .param("program", programId)
                .param("find", "%" + Text.searchable(find).replaceAll("[!%_]", "!$0") + "%")
                .param("everywhere", reach.everywhere())
                .param("ids", ids)
                .param("most", PROGRAMS)
                .query(Lender.class)
                .list();
    }
}
