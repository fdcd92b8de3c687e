package rollcall.member;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Program;
import rollcall.web.Text;

/** Finds members by looking at each of them, which needs no index and no thought. */
@Component
class LookedAt {

    private final JdbcClient jdbc;

    LookedAt(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record One(long id, String status, List<String> keys, String email) {

        boolean begins(String typed) {
            return keys.stream().anyMatch(key -> key.startsWith(Text.searchable(typed)))
                    || email.startsWith(Text.folded(typed));
        }

        boolean holds(String typed) {
            return keys.stream().anyMatch(key -> key.contains(Text.searchable(typed)))
                    || email.contains(Text.folded(typed));
        }
    }

    /** @param statuses none for all but those who left */
    List<Long> at(Program program, List<String> statuses, MemberSort sort, Predicate<One> wanted) {
        return atAll(
                program,
                sort,
                wanted.and(member -> statuses.isEmpty()
                        ? !member.status().equals("NOT_IN_PROGRAM")
                        : statuses.contains(member.status())));
    }

    List<Long> atAll(Program program, MemberSort sort, Predicate<One> wanted) {
        var direction = sort.ascending() ? "" : " desc";
        return jdbc
                .sql("select id, status, name_key, given_key, company_key, email_key from member"
                        + " where program_id = :program order by " + sort.column() + direction + ", id" + direction)
                .param("program", program.key())
                .query((row, n) -> new One(
                        row.getLong("id"),
                        row.getString("status"),
                        List.of(row.getString("name_key"), row.getString("given_key"), row.getString("company_key")),
                        row.getString("email_key")))
                .list()
                .stream()
                .filter(wanted)
                .map(One::id)
                .toList();
    }

    /** Whoever has that beginning in one of these keys, in whatever program. */
    List<Long> people(List<SearchKey> keys, String typed) {
        return keys.stream()
                .flatMap(key -> jdbc
                        .sql("select p.id from person p where " + key.begins("p"))
                        .params(SearchKey.beginning(MemberSql.nothing(), typed).params())
                        .query(Long.class)
                        .list()
                        .stream())
                .distinct()
                .toList();
    }
}
