package rollcall.waitlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Timeline;

/** Tells on a member's page which seats were held for them, and who moved them. */
@Component
class WaitlistTimeline implements Timeline {

    private final JdbcClient jdbc;

    WaitlistTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> about(long memberId) {
        var offers = jdbc.sql("select * from waitlist_offer where member_id = :member order by id")
                .param("member", memberId)
                .query((row, n) -> offer(row))
                .list();
        var moves = jdbc.sql("select * from waitlist_move where member_id = :member order by id")
                .param("member", memberId)
                .query((row, n) -> new Entry(
                        Objects.requireNonNull(OfferRows.instant(row, "moved_at")),
                        "waitlist.timeline.MOVED",
                        List.of(
                                row.getString("actor_name"),
                                row.getInt("priority_before"),
                                row.getInt("priority_after"),
                                row.getString("reason"))))
                .list();
        return Stream.concat(offers.stream().flatMap(List::stream), moves.stream())
                .toList();
    }

    private static List<Entry> offer(ResultSet row) throws SQLException {
        var made = new Entry(
                Objects.requireNonNull(OfferRows.instant(row, "made_at")),
                "waitlist.timeline.OPEN",
                List.of(row.getString("made_by")));
        var settled = OfferRows.instant(row, "settled_at");
        return settled == null
                ? List.of(made)
                : List.of(
                        made,
                        new Entry(
                                settled,
                                "waitlist.timeline." + row.getString("state"),
                                List.of(row.getString("settled_by"))));
    }
}
