package rollcall.member;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.program.Program;

/** The door to what people brought along into a program, for many at once: imports compare with it, exports show it. */
@Service
public class BroughtAlong {

    private final JdbcClient jdbc;
    private final List<FormQuestions> forms;

    BroughtAlong(JdbcClient jdbc, List<FormQuestions> forms) {
        this.jdbc = jdbc;
        this.forms = forms;
    }

    /** What the program asks, and then what else those have answered who came in last. */
    public List<String> asked(Program program) {
        var questions = new LinkedHashSet<String>();
        forms.forEach(form -> questions.addAll(form.of(program.key())));
        questions.addAll(answeredBy(latest(program)));
        return List.copyOf(questions);
    }

    /** A statement of its own: within another one, H2 sorts all of the program for it. */
    private List<Long> latest(Program program) {
        return jdbc.sql("""
            select m.id from member m where m.program_id = :program and m.joined_at <= :first
            order by m.program_id desc, m.joined_at desc, m.id desc limit 500\
            """)
                .param("program", program.key())
                .param("first", MemberSort.JOINED.bound())
                .query(Long.class)
                .list();
    }

    private List<String> answeredBy(List<Long> memberIds) {
        return memberIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                    select distinct question from member_answer where member_id in (:members)
                    order by question fetch first 100 rows only\
                    """).param("members", memberIds).query(String.class).list();
    }

    /** Every question that the program asks, in that order, and then every other one that some member has an answer to. */
    public List<String> questions(Program program) {
        var questions = new LinkedHashSet<String>();
        forms.forEach(form -> questions.addAll(form.of(program.key())));
        questions.addAll(jdbc.sql("""
            select distinct a.question
            from member_answer a join member m on m.id = a.member_id
            where m.program_id = :program order by a.question\
            """)
                .param("program", program.key())
                .query(String.class)
                .list());
        return List.copyOf(questions);
    }

    /**
     * Puts these answers over those that a member has; an empty one takes away what was there. Waits for whoever holds the
     * member, and holds them until the caller's transaction ends.
     */
    @Transactional
    public void answer(long memberId, Map<String, String> answers) {
        jdbc.sql("select id from member where id = :member for update")
                .param("member", memberId)
                .query(Long.class)
                .single();
        answers.forEach((question, answer) -> {
            jdbc.sql("delete from member_answer where member_id = :member and question = :question")
                    .param("member", memberId)
                    .param("question", question)
                    .update();
            if (!answer.isEmpty()) {
                jdbc.sql("insert into member_answer (member_id, question, answer) values (:member, :question, :answer)")
                        .param("member", memberId)
                        .param("question", question)
                        .param("answer", answer)
                        .update();
            }
        });
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
