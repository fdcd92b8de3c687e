package rollcall.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Timeline;
import rollcall.web.Times;

/** Tells on a member's page where it was decided on them, and who put that off. */
@Component
class ApprovalTimeline implements Timeline {

    private final JdbcClient jdbc;
    private final Times times;

    ApprovalTimeline(JdbcClient jdbc, Times times) {
        this.jdbc = jdbc;
        this.times = times;
    }

    @Override
    public List<Entry> about(long memberId) {
        var decided = jdbc.sql(
                        "select source, actor_name, decided_at from decision where member_id = :member order by id")
                .param("member", memberId)
                .query((row, n) -> new Entry(
                        row.getTimestamp("decided_at").toInstant(),
                        "approval.timeline." + row.getString("source"),
                        List.of(row.getString("actor_name"))))
                .list();
        var deferred = jdbc.sql("""
            select d.made_at, d.until_at, d.note, d.actor_name, p.zone
            from deferral d join member m on m.id = d.member_id join program p on p.id = m.program_id
            where d.member_id = :member order by d.id\
            """)
                .param("member", memberId)
                .query((row, n) -> deferral(row))
                .list();
        return Stream.concat(decided.stream(), deferred.stream()).toList();
    }

    private Entry deferral(ResultSet row) throws SQLException {
        var at = row.getTimestamp("made_at").toInstant();
        var until = row.getTimestamp("until_at").toInstant();
        var by = row.getString("actor_name");
        if (!until.isAfter(at)) {
            return new Entry(at, "approval.timeline.taken-back", List.of(by));
        }
        var note = row.getString("note");
        var ends = times.dateTime(until, ZoneId.of(row.getString("zone")));
        return note.isEmpty()
                ? new Entry(at, "approval.timeline.later", List.of(by, ends))
                : new Entry(at, "approval.timeline.later.note", List.of(by, ends, note));
    }
}
