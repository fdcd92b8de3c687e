package rollcall.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Seating;
import rollcall.member.SeatsNow;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

/** Looks, without a lock, how programs stand: what an approver would give away. */
@Component
class Situations {

    private final JdbcClient jdbc;
    private final Seating seating;
    private final Programs programs;

    Situations(JdbcClient jdbc, Seating seating, Programs programs) {
        this.jdbc = jdbc;
        this.seating = seating;
        this.programs = programs;
    }

    /** By program; as many statements for all of them as for one. */
    Map<Long, Situated> of(Collection<Long> programIds) {
        return programIds.isEmpty() ? Map.of() : read(programIds);
    }

    private Map<Long, Situated> read(Collection<Long> programIds) {
        var approvals = approvals(programIds);
        return jdbc
                .sql("""
                    select p.id, p.name, p.zone, p.capacity, p.waitlist_on, p.four_eyes, s.taken, (
                        select count(*) from member w where w.program_id = p.id and w.status = 'WAITLISTED') as waiting
                    from program p join program_seats s on s.program_id = p.id where p.id in (:ids)\
                    """)
                .param("ids", List.copyOf(programIds))
                .query((row, n) -> situated(row, approvals))
                .list()
                .stream()
                .collect(Collectors.toMap(Situated::id, Function.identity()));
    }

    private static Situated situated(ResultSet row, Map<Long, StatusCode> approvals) throws SQLException {
        return new Situated(
                row.getLong("id"),
                row.getString("name"),
                row.getString("zone"),
                row.getObject("capacity", Integer.class),
                row.getInt("taken"),
                row.getLong("waiting"),
                row.getBoolean("four_eyes"),
                row.getBoolean("waitlist_on"),
                approvals.get(row.getLong("id")));
    }

    /** What being approved comes to, by program; those that are full are left out. */
    private Map<Long, StatusCode> approvals(Collection<Long> programIds) {
        var those = programs.all(programIds);
        var seats = seating.lookIfLimited(those);
        var approvals = new HashMap<Long, StatusCode>();
        for (var one : those) {
            Decisions.to(one, seats.getOrDefault(one.key(), SeatsNow.UNLIMITED))
                    .ifPresent(to -> approvals.put(one.key(), to));
        }
        return approvals;
    }
}
