package rollcall.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Channel;

/** The rows of {@code refresh_count} and {@code refresh_kept}: what a refresh came to, in numbers, and who is flagged. */
@Component
class RefreshCounts {

    private static final String NOWHERE = "";

    private final JdbcClient jdbc;

    RefreshCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What happened to a member, for counting. */
    record Kind(Effect effect, String from, String to) {}

    void add(long refreshId, Map<Kind, Integer> counted) {
        counted.forEach((kind, more) -> {
            if (change(refreshId, kind, more, "update refresh_count set n = n + :more " + WHERE) == 0) {
                change(refreshId, kind, more, """
                    insert into refresh_count (refresh_id, outcome, from_status, to_status, n)
                    values (:refresh, :outcome, :from, :to, :more)\
                    """);
            }
        });
    }

    private static final String WHERE =
            "where refresh_id = :refresh and outcome = :outcome and from_status = :from and to_status = :to";

    private int change(long refreshId, Kind kind, int more, String sql) {
        return jdbc.sql(sql)
                .param("refresh", refreshId)
                .param("outcome", kind.effect().name())
                .param("from", kind.from())
                .param("to", kind.to())
                .param("more", more)
                .update();
    }

    /** All of them, in the order of the steps they lead to. */
    List<RefreshCount> of(long refreshId, Channel channel) {
        var counts = new ArrayList<RefreshCount>();
        jdbc.sql("select outcome, from_status, to_status, n from refresh_count where refresh_id = :refresh")
                .param("refresh", refreshId)
                .query(row -> {
                    var from = row.getString("from_status");
                    counts.add(new RefreshCount(
                            Effect.valueOf(row.getString("outcome")),
                            from.equals(NOWHERE) ? null : channel.status(from),
                            channel.status(row.getString("to_status")),
                            row.getInt("n")));
                });
        counts.sort(RefreshCount.ORDER);
        return counts;
    }

    void keep(long refreshId, List<ReportedMember> members) {
        for (var one : members) {
            jdbc.sql("insert into refresh_kept (refresh_id, member_id, words) values (:refresh, :member, :words)")
                    .param("refresh", refreshId)
                    .param("member", one.memberId())
                    .param("words", one.words(FindingKind.CANCELLED))
                    .update();
        }
    }

    /** The first of those who cancelled at the provider and were kept. */
    List<Long> kept(long refreshId, int most) {
        return jdbc.sql("select member_id from refresh_kept where refresh_id = :refresh order by member_id limit :most")
                .param("refresh", refreshId)
                .param("most", most)
                .query(Long.class)
                .list();
    }
}
