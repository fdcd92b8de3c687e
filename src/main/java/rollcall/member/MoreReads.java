package rollcall.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.person.PersonDetails;
import rollcall.person.PersonField;
import rollcall.web.Text;

/** Reads what the chosen columns of a page need besides its lines: at most two statements, none for the usual columns. */
@Component
class MoreReads {

    /** In a table nobody reads a whole novel; it stands on the member's page. */
    private static final int LONGEST_ANSWER = 400;

    private static final Set<MemberColumn> READ = EnumSet.of(
            MemberColumn.JOB_TITLE,
            MemberColumn.PHONE,
            MemberColumn.COUNTRY,
            MemberColumn.LANGUAGE,
            MemberColumn.ZONE,
            MemberColumn.SOURCE,
            MemberColumn.ACCEPTED,
            MemberColumn.PRIORITY);

    private final JdbcClient jdbc;

    MoreReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    More.OfPage of(List<MemberLine> lines, ColumnChoice chosen) {
        var ids = lines.stream().map(MemberLine::id).toList();
        return new More.OfPage(
                ids.isEmpty() || chosen.columns().stream().noneMatch(READ::contains) ? Map.of() : members(ids),
                ids.isEmpty() || chosen.answers().isEmpty() ? Map.of() : answers(ids, chosen.answers()));
    }

    private Map<Long, More> members(List<Long> ids) {
        var found = new HashMap<Long, More>();
        jdbc.sql("""
            select m.id, p.email, p.first_name, p.last_name, p.company, p.job_title, p.phone, p.country, p.language, p.zone,
                m.source, m.accepted_at, m.waitlist_priority
            from member m join person p on p.id = m.person_id where m.id in (:ids)\
            """).param("ids", ids).query(row -> {
            found.put(row.getLong("id"), more(row));
        });
        return found;
    }

    private static More more(ResultSet row) throws SQLException {
        var details = new HashMap<PersonField, String>();
        for (var field : PersonField.values()) {
            details.put(field, row.getString(field.column()));
        }
        return new More(
                PersonDetails.of(field -> details.getOrDefault(field, "")),
                Cause.valueOf(row.getString("source")),
                MemberRows.instantOrNull(row, "accepted_at"),
                row.getInt("waitlist_priority"));
    }

    private Map<Long, Map<String, String>> answers(List<Long> ids, List<String> questions) {
        var found = new HashMap<Long, Map<String, String>>();
        jdbc.sql("""
            select member_id, question, substring(answer, 1, :most) as beginning from member_answer
            where member_id in (:ids) and question in (:questions)\
            """)
                .param("most", LONGEST_ANSWER + 1)
                .param("ids", ids)
                .param("questions", questions)
                .query(row -> {
                    found.computeIfAbsent(row.getLong("member_id"), id -> new HashMap<>())
                            .put(row.getString("question"), cut(row.getString("beginning")));
                });
        return found;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ANSWER ? text : Text.cut(text, LONGEST_ANSWER) + "…";
    }
}
