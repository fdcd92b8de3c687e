package rollcall.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;
import rollcall.program.Channel;

/** Reads what happened to a member and what else is known of the membership. */
@Component
class Histories {

    static final String SELECT = """
        select c.member_id, c.seq, c.from_status, c.to_status, c.reason, c.happened_at, s.made_at, s.cause,
            s.actor_key, s.actor_name, s.id as change_set_id, s.job_id, s.program_id, s.correction
        from status_change c join change_set s on s.id = c.change_set_id
        """;

    private final JdbcClient jdbc;
    private final CorrectionRows corrections;

    Histories(JdbcClient jdbc, CorrectionRows corrections) {
        this.jdbc = jdbc;
        this.corrections = corrections;
    }

    List<Change> of(Channel channel, long programId, long memberId) {
        var changes = changes(channel, programId, memberId);
        if (changes.stream().noneMatch(Change::correction)) {
            return changes;
        }
        var takenBack = corrections.takenBack(channel, memberId);
        return changes.stream()
                .map(one -> takenBack.contains(one.seq()) ? one.asTakenBack() : one)
                .toList();
    }

    private List<Change> changes(Channel channel, long programId, long memberId) {
        return jdbc.sql(SELECT + """
            where c.member_id = :member and s.program_id = :program order by c.seq desc\
            """)
                .param("member", memberId)
                .param("program", programId)
                .query((row, n) -> change(row, channel))
                .list();
    }

    static Change change(ResultSet row, Channel channel) throws SQLException {
        return new Change(
                row.getInt("seq"),
                channel.statusOrNobody(row.getString("from_status")),
                channel.status(row.getString("to_status")),
                row.getString("reason"),
                Cause.valueOf(row.getString("cause")),
                new Actor(row.getString("actor_key"), row.getString("actor_name")),
                MemberRows.instant(row, "happened_at"),
                MemberRows.instant(row, "made_at"),
                row.getLong("change_set_id"),
                row.getObject("job_id", Long.class),
                row.getBoolean("correction"),
                false);
    }

    Map<String, String> answers(long memberId) {
        var answers = new LinkedHashMap<String, String>();
        jdbc.sql("select question, answer from member_answer where member_id = :member order by question")
                .param("member", memberId)
                .query(row -> {
                    answers.put(row.getString("question"), row.getString("answer"));
                });
        return answers;
    }
}
