package rollcall.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Access.Reach;

/** What pages say of letters, the newest first. */
@Component
class LetterList {

    private static final String SELECT = """
        select l.id, l.program_id, g.name as program, l.member_id, l.person_id, l.account_name,
            trim(p.first_name || ' ' || p.last_name) as person, p.email, t.name as template, l.subject, l.purpose,
            l.state, l.tries, l.maybe_twice, l.failure, l.words, l.created_at, l.due_at, l.settled_at
        from letter l
        left join program g on g.id = l.program_id
        left join person p on p.id = l.person_id
        left join mail_template t on t.id = l.template_id
        """;

    private static final int MOST_PROGRAMS = 500;

    private final JdbcClient jdbc;

    LetterList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param reach the programs whose letters are seen; not empty
     * @param below letters older than this one, when {@code older}, else the next newer ones
     */
    List<LetterLine> page(Reach reach, LetterFilter filter, @Nullable Long key, boolean older, int most) {
        var params = new HashMap<String, Object>();
        var where = where(reach, filter, params);
        if (key != null) {
            where.append(older ? " and l.id < :key" : " and l.id > :key");
            params.put("key", key);
        }
        var lines = jdbc.sql(SELECT + where + " order by l.id" + (older ? " desc" : "") + " limit :most")
                .params(params)
                .param("most", most)
                .query((row, n) -> line(row))
                .list();
        return older ? lines : lines.reversed();
    }

    private static StringBuilder where(Reach reach, LetterFilter filter, Map<String, Object> params) {
        var where = new StringBuilder("where 1 = 1");
        if (!reach.everywhere()) {
            where.append(" and l.program_id in (:programs)");
            params.put("programs", reach.programIds());
        }
        if (filter.program() != null) {
            where.append(" and l.program_id = :program");
            params.put("program", filter.program());
        }
        if (filter.state() != null) {
            where.append(" and l.state = :state");
            params.put("state", filter.state().name());
        }
        return filter.twice() ? where.append(" and l.maybe_twice") : where;
    }

    List<LetterLine> ofMember(long memberId) {
        return jdbc.sql(SELECT + "where l.member_id = :member and l.account_key is null order by l.id")
                .param("member", memberId)
                .query((row, n) -> line(row))
                .list();
    }

    Optional<LetterLine> find(long letterId) {
        return jdbc.sql(SELECT + "where l.id = :id")
                .param("id", letterId)
                .query((row, n) -> line(row))
                .optional();
    }

    private static LetterLine line(ResultSet row) throws SQLException {
        var failure = row.getString("failure");
        var words = row.getString("words");
        return new LetterLine(
                row.getLong("id"),
                (Long) row.getObject("program_id"),
                row.getString("program"),
                (Long) row.getObject("member_id"),
                (Long) row.getObject("person_id"),
                recipient(row),
                Objects.requireNonNullElse(
                        row.getString("template"), Objects.requireNonNullElse(row.getString("subject"), "")),
                Purpose.valueOf(row.getString("purpose")),
                LetterState.valueOf(row.getString("state")),
                row.getInt("tries"),
                row.getBoolean("maybe_twice"),
                failure == null ? null : new Trouble(failure, Objects.requireNonNullElse(words, "")),
                row.getTimestamp("created_at").toInstant(),
                DeskRow.instant(row, "due_at"),
                DeskRow.instant(row, "settled_at"));
    }

    private static String recipient(ResultSet row) throws SQLException {
        var colleague = row.getString("account_name");
        if (colleague != null) {
            return colleague;
        }
        var name = row.getString("person");
        return name == null || name.isEmpty() ? Objects.requireNonNullElse(row.getString("email"), "") : name;
    }

    Map<LetterState, Long> counts(Reach reach, @Nullable Long program) {
        var params = new HashMap<String, Object>();
        var where = where(reach, new LetterFilter(null, program, false), params);
        var counts = new EnumMap<LetterState, Long>(LetterState.class);
        jdbc.sql("select l.state, count(*) as n from letter l " + where + " group by l.state")
                .params(params)
                .query(row -> {
                    counts.put(LetterState.valueOf(Objects.requireNonNull(row.getString("state"))), row.getLong("n"));
                });
        return counts;
    }

    /** The names of the programs that have letters, in their order. */
    Map<Long, String> programs(Reach reach) {
        var names = new LinkedHashMap<Long, String>();
        jdbc.sql("select g.id, g.name from program g where exists (select 1 from letter l where l.program_id = g.id)"
                        + (reach.everywhere() ? "" : " and g.id in (:programs)")
                        + " order by lower(g.name), g.id limit :most")
                .param("programs", reach.programIds())
                .param("most", MOST_PROGRAMS)
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return names;
    }
}
