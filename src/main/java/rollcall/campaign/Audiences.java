package rollcall.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.ReasonWords;
import rollcall.program.Program;

/** Who is in an audience. */
@Component
class Audiences {

    private final JdbcClient jdbc;
    private final ReasonWords reasons;

    Audiences(JdbcClient jdbc, ReasonWords reasons) {
        this.jdbc = jdbc;
        this.reasons = reasons;
    }

    long count(Program program, Audience audience) {
        var where = new Where(program, audience, reasons);
        return jdbc.sql("select count(*) from member m where " + where.condition)
                .params(where.params.values())
                .query(Long.class)
                .single();
    }

    /** The first of them in the order of their names. */
    List<AudienceMember> sample(Program program, Audience audience, int most) {
        var where = new Where(program, audience, reasons);
        return lines(where.condition, where.params, most);
    }

    /** The first of those members {@code m} for whom the condition is true. */
    List<AudienceMember> lines(String condition, Placeholders params, int most) {
        return jdbc.sql("""
            select m.id, p.first_name, p.last_name, p.email, m.status
            from member m join person p on p.id = m.person_id where\
            """ + " " + condition + " order by m.program_id, m.name_key, m.id limit " + params.add(most))
                .params(params.values())
                .query((row, n) -> member(row))
                .list();
    }

    /** Which of these are in it, whatever else became of them. A thousand at most. */
    List<Long> among(Program program, Audience audience, Collection<Long> memberIds) {
        var params = new Placeholders();
        var ids = params.add(memberIds);
        return jdbc.sql("select m.id from member m where m.id in (" + ids + ") and "
                        + new AudienceSql(program.zoneId(), params, reasons).of(audience))
                .params(params.values())
                .query(Long.class)
                .list();
    }

    static AudienceMember member(ResultSet row) throws SQLException {
        return new AudienceMember(
                row.getLong("id"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("status"));
    }

    private static final class Where {
        final Placeholders params = new Placeholders();
        final String condition;

        Where(Program program, Audience audience, ReasonWords reasons) {
            condition = "m.program_id = " + params.add(program.key()) + " and "
                    + new AudienceSql(program.zoneId(), params, reasons).inProgram(audience, false);
        }
    }
}
