package rollcall.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.campaign.CampaignReads.EntryLine;

/** What pages ask of single entries. */
@Component
class EntryReads {

    private final JdbcClient jdbc;

    EntryReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How often one member came into a campaign and how far, newest first. */
    List<EntryLine> of(long campaignId, long memberId, int most) {
        return jdbc.sql("""
            select e.id, e.member_id, p.first_name, p.last_name, p.email, m.status, e.version, e.step, e.state, e.due_at,
                e.entered_at, e.ended_at, e.problem
            from campaign_entry e join member m on m.id = e.member_id join person p on p.id = m.person_id
            where e.campaign_id = :campaign and e.member_id = :member
            order by e.id desc fetch first :most rows only\
            """)
                .param("campaign", campaignId)
                .param("member", memberId)
                .param("most", most)
                .query((row, n) -> line(row))
                .list();
    }

    private static EntryLine line(ResultSet row) throws SQLException {
        var member = new AudienceMember(
                row.getLong("member_id"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("status"));
        return new EntryLine(
                row.getLong("id"),
                member,
                row.getInt("version"),
                row.getInt("step"),
                EntryState.valueOf(row.getString("state")),
                instant(row.getTimestamp("due_at")),
                row.getTimestamp("entered_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getString("problem"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** Whether somebody could go on at this moment, so that the numbers are about to change. */
    boolean stirring(long campaignId, Instant now) {
        return jdbc.sql("""
            select count(*) from (select id from campaign_entry where campaign_id = :campaign and due_at <= :now
                fetch first 1 rows only) due\
            """)
                        .param("campaign", campaignId)
                        .param("now", Timestamp.from(now))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
