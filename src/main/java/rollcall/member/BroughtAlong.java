package rollcall.member;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.program.Program;

/** The door to what people brought along into a program, for many at once: imports compare with it, exports show it. */
@Service
public class BroughtAlong {

    private final JdbcClient jdbc;

    BroughtAlong(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every question that some member of the program has an answer to, in their order. */
    public List<String> questions(Program program) {
        return jdbc.sql("""
            select distinct a.question
            from member_answer a join member m on m.id = a.member_id
            where m.program_id = :program order by a.question\
            """).param("program", program.key()).query(String.class).list();
    }

    /** What these members brought along, by member; a thousand at a time at most. */
    public Map<Long, Brought> of(Collection<Long> memberIds) {
        var found = new HashMap<Long, Brought>();
        if (!memberIds.isEmpty()) {
            var answers = answers(memberIds);
            jdbc.sql("select id, registrant_id, join_link from member where id in (:ids)")
                    .param("ids", memberIds)
                    .query(row -> {
                        var id = row.getLong("id");
                        found.put(
                                id,
                                new Brought(
                                        row.getString("registrant_id"),
                                        row.getString("join_link"),
                                        answers.getOrDefault(id, Map.of())));
                    });
        }
        return found;
    }

    private Map<Long, Map<String, String>> answers(Collection<Long> memberIds) {
        var answers = new HashMap<Long, Map<String, String>>();
        jdbc.sql("""
            select member_id, question, answer from member_answer
            where member_id in (:ids) order by member_id, question\
            """).param("ids", memberIds).query(row -> {
            answers.computeIfAbsent(row.getLong("member_id"), id -> new LinkedHashMap<>())
                    .put(row.getString("question"), row.getString("answer"));
        });
        return answers;
    }
}
