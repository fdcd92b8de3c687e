package rollcall.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Channel;
import rollcall.program.Program;

/** Reads the lines of lists. */
@Component
class MemberReads {

    private static final String LINE = """
        select m.id, m.person_id, p.first_name, p.last_name, p.email, p.company, m.status, m.status_reason,
            m.delivery, m.retry_at, m.live_minutes, m.on_demand_minutes, m.joined_at, m.success_at, m.changed_at,
            m.seq, m.brought_by, m.offer_until, m.closed
        from member m join person p on p.id = m.person_id\
        """;

    private static final int FETCHED = 5_000;

    private final JdbcClient jdbc;

    MemberReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first lines of all these lists together, in that order. */
    List<MemberLine> lines(Channel channel, List<MemberSql> lists, Function<MemberSql, String> orderBy, int most) {
        var sql = lists.size() == 1 ? lists.getFirst() : MemberSql.of(firstIds(lists, orderBy, most));
        return jdbc.sql(statement(sql, orderBy.apply(sql)))
                .params(sql.param("most", most).params())
                .query((row, n) -> line(row, channel))
                .list();
    }

    /** A statement for each: within a larger one, H2 does not see that there is an index for the order. */
    private Set<Long> firstIds(List<MemberSql> lists, Function<MemberSql, String> orderBy, int most) {
        var ids = new HashSet<Long>();
        for (var list : lists) {
            ids.addAll(jdbc.sql("select m.id from member m%s order by %s limit :most"
                            .formatted(list.where(), orderBy.apply(list)))
                    .params(list.param("most", most).params())
                    .query(Long.class)
                    .list());
        }
        return ids;
    }

    /** Within a transaction, outside of which PostgreSQL hands over all rows at once. */
    void eachId(MemberSql sql, String orderBy, LongConsumer consumer) {
        jdbc.sql("select m.id from member m" + sql.where() + " order by " + orderBy)
                .withFetchSize(FETCHED)
                .params(sql.params())
                .query(row -> {
                    consumer.accept(row.getLong("id"));
                });
    }

    static String statement(MemberSql sql, String orderBy) {
        return LINE + sql.where() + " order by " + orderBy + " limit :most";
    }

    Optional<MemberLine> line(Program program, Channel channel, long memberId) {
        return lines(program, channel, List.of(memberId)).stream().findFirst();
    }

    List<MemberLine> lines(Program program, Channel channel, Collection<Long> memberIds) {
        return memberIds.isEmpty()
                ? List.of()
                : jdbc.sql(LINE + " where m.program_id = :program and m.id in (:ids) order by m.name_key, m.id")
                        .param("program", program.key())
                        .param("ids", memberIds)
                        .query((row, n) -> line(row, channel))
                        .list();
    }

    /** What a list in that order has of a member; nothing when the program has no such member. */
    Optional<String> sortedBy(Program program, MemberSort sort, long memberId) {
        return jdbc.sql("select " + sort.column() + " from member where program_id = :program and id = :id")
                .param("program", program.key())
                .param("id", memberId)
                .query(String.class)
                .optional();
    }

    /** How many there are in all these lists together, but no more than {@code most}. */
    long count(List<MemberSql> lists, long most) {
        var sql = MemberSql.any(lists);
        return jdbc.sql("select count(*) from (select m.id from member m" + sql.where() + " limit :most) counted")
                .params(sql.param("most", most).params())
                .query(Long.class)
                .single();
    }

    long count(MemberSql sql) {
        return jdbc.sql("select count(*) from member m" + sql.where())
                .params(sql.params())
                .query(Long.class)
                .single();
    }

    /** As {@link #count(List, long)}, of each of several lists in one statement, in their order. */
    List<Long> counts(List<MemberSql> lists, long most) {
        if (lists.isEmpty()) {
            return List.of();
        }
        var params = new HashMap<String, Object>(Map.of("most", most));
        var counts = new ArrayList<String>();
        for (int i = 0; i < lists.size(); i++) {
            var list = lists.get(i).numbered(i);
            params.putAll(list.params());
            counts.add("select %d as list, count(*) as n from (select m.id from member m%s limit :most) counted"
                    .formatted(i, list.where()));
        }
        return jdbc.sql(String.join(" union all ", counts) + " order by list")
                .params(params)
                .query((row, n) -> row.getLong("n"))
                .list();
    }

    Map<Delivery, Long> deliveries(MemberSql sql) {
        var counts = new EnumMap<Delivery, Long>(Delivery.class);
        jdbc.sql("select m.delivery, count(*) as n from member m" + sql.where() + " group by m.delivery")
                .params(sql.params())
                .query(row -> {
                    counts.put(Delivery.valueOf(row.getString("delivery")), row.getLong("n"));
                });
        return counts;
    }

    private static MemberLine line(ResultSet row, Channel channel) throws SQLException {
        return new MemberLine(
                row.getLong("id"),
                row.getLong("person_id"),
                (row.getString("first_name") + " " + row.getString("last_name")).strip(),
                row.getString("email"),
                row.getString("company"),
                channel.status(row.getString("status")),
                row.getString("status_reason"),
                Delivery.valueOf(row.getString("delivery")),
                MemberRows.instantOrNull(row, "retry_at"),
                row.getObject("live_minutes", Integer.class),
                row.getObject("on_demand_minutes", Integer.class),
                MemberRows.instant(row, "joined_at"),
                MemberRows.instantOrNull(row, "success_at"),
                MemberRows.instant(row, "changed_at"),
                row.getInt("seq"),
                row.getString("brought_by"),
                MemberRows.instantOrNull(row, "offer_until"),
                Closed.of(row.getString("closed")));
    }
}
