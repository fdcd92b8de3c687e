package rollcall.waitlist;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened on a waitlist, the newest first: promotions by change set, offers and moves one by one. */
@Component
class WaitlistHistory {

    private static final String PROMOTED = """
        select s.made_at as at, 'PROMOTED' as kind, s.actor_name as by_name, s.id as change_set_id, max(c.reason) as reason,
            count(*) as n, case when count(*) = 1 then min(c.member_id) end as member_id
        from change_set s
        join status_change c on c.change_set_id = s.id
        where s.program_id = :program and s.cause = 'WAITLIST' and s.made_at < :before and c.to_status = 'REGISTERED'
        group by s.id, s.made_at, s.actor_name order by s.id desc limit :most\
        """;

    private static final String MADE = """
        select made_at as at, 'OPEN' as kind, made_by as by_name, cast(null as bigint) as change_set_id, '' as reason, 1 as n,
            member_id
        from waitlist_offer where program_id = :program and made_at < :before order by made_at desc, id desc limit :most\
        """;

    private static final String SETTLED = """
        select settled_at as at, state as kind, settled_by as by_name, cast(null as bigint) as change_set_id, '' as reason,
            1 as n, member_id
        from waitlist_offer
        where program_id = :program and settled_at < :before order by settled_at desc, id desc limit :most\
        """;

    private static final String MOVED = """
        select moved_at as at, 'MOVED' as kind, actor_name as by_name, cast(null as bigint) as change_set_id, reason, 1 as n,
            member_id
        from waitlist_move where program_id = :program and moved_at < :before order by id desc limit :most\
        """;

    private final JdbcClient jdbc;
    private final WaitingNames names;

    WaitlistHistory(JdbcClient jdbc, WaitingNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** @param before what happened then or later is left out */
    List<Happened> page(long programId, Instant before, int most) {
        var found = Stream.of(PROMOTED, MADE, SETTLED, MOVED)
                .flatMap(sql -> read(sql, programId, before, most).stream())
                .sorted(Comparator.comparing(Happened::at).reversed())
                .limit(most)
                .toList();
        return names.put(found);
    }

    private List<Happened> read(String sql, long programId, Instant before, int most) {
        return jdbc.sql(sql)
                .param("program", programId)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query((row, n) -> new Happened(
                        Objects.requireNonNull(OfferRows.instant(row, "at")),
                        row.getString("kind"),
                        row.getString("by_name"),
                        row.getObject("member_id", Long.class),
                        "",
                        row.getLong("n"),
                        Objects.requireNonNullElse(row.getString("reason"), ""),
                        row.getObject("change_set_id", Long.class)))
                .list();
    }
}
