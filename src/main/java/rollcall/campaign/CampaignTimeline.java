package rollcall.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Timeline;

/** Tells on a member's page through which campaigns they went, and what webhooks were told. */
@Component
class CampaignTimeline implements Timeline {

    private final JdbcClient jdbc;

    CampaignTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> about(long memberId) {
        var entries = jdbc.sql("""
            select c.id, c.program_id, c.name, e.member_id, e.state, e.entered_at, e.ended_at, e.problem
            from campaign_entry e join campaign c on c.id = e.campaign_id where e.member_id = :member order by e.id\
            """)
                .param("member", memberId)
                .query((row, n) -> entries(row))
                .list();
        var calls = jdbc.sql("""
            select w.name, c.state, coalesce(c.settled_at, c.created_at) as at
            from webhook_call c join webhook w on w.id = c.webhook_id where c.member_id = :member order by c.id\
            """)
                .param("member", memberId)
                .query((row, n) -> call(row))
                .list();
        return Stream.concat(entries.stream().flatMap(List::stream), calls.stream())
                .toList();
    }

    private static List<Entry> entries(ResultSet row) throws SQLException {
        var name = row.getString("name");
        var entered = Objects.requireNonNull(CampaignRows.instant(row, "entered_at"));
        var ended = CampaignRows.instant(row, "ended_at");
        var came = new Entry(entered, "campaign.timeline.came", List.of(name), address(row));
        if (ended == null) {
            return List.of(came);
        }
        var problem = Objects.requireNonNullElse(row.getString("problem"), "");
        var why = new DefaultMessageSourceResolvable(new String[] {problem}, problem);
        var state = "campaign.timeline." + row.getString("state");
        return List.of(came, new Entry(ended, state, List.of(name, why), address(row)));
    }

    /** How far that one member came in it. */
    private static String address(ResultSet row) throws SQLException {
        return "/programs/%d/campaigns/%d?member=%d#people"
                .formatted(row.getLong("program_id"), row.getLong("id"), row.getLong("member_id"));
    }

    private static Entry call(ResultSet row) throws SQLException {
        return new Entry(
                Objects.requireNonNull(CampaignRows.instant(row, "at")),
                "campaign.timeline.CALL_" + row.getString("state"),
                List.of(row.getString("name")));
    }
}
