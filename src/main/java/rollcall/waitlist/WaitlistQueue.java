package rollcall.waitlist;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is next. Whoever has an offer is not: a seat is held for them already. */
@Component
class WaitlistQueue {

    private static final String WAITING =
            " from member m where m.program_id = :program and m.status = 'WAITLISTED' and m.offer_until is null"
                    + " and m.closed is null";

    /** Begins with what is the same for all of them: so H2 reads an index in its order, and need not sort all who wait. */
    private static final String BY_TURN =
            " order by m.program_id, m.status, m.waitlist_priority desc, m.waitlist_number, m.id";

    /** Whether member {@code m} let an offer pass since {@code :rested}. */
    private static final String RESTS = """
        exists (
            select 1 from waitlist_offer o
            where o.member_id = m.id and o.settled_at > :rested and o.state in ('DECLINED', 'EXPIRED', 'WITHDRAWN'))\
        """;

    private final JdbcClient jdbc;

    WaitlistQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their turns. */
    List<Long> next(long programId, int most) {
        return jdbc.sql("select m.id" + WAITING + BY_TURN + " limit :most")
                .param("program", programId)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Those of the members who wait in that program, with an offer or without, in the order of their turns. */
    List<Long> among(long programId, Collection<Long> memberIds) {
        return memberIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                    select m.id from member m
                    where m.program_id = :program and m.status = 'WAITLISTED' and m.closed is null and m.id in (:members)\
                    """ + BY_TURN)
                        .param("program", programId)
                        .param("members", memberIds)
                        .query(Long.class)
                        .list();
    }

    /** As {@link #next}, without those who let an offer pass since {@code rested}: they are not asked again so soon. */
    List<Long> nextToAsk(long programId, Instant rested, int most) {
        return jdbc.sql("select m.id" + WAITING + " and not " + RESTS + BY_TURN + " limit :most")
                .param("program", programId)
                .param("rested", Timestamp.from(rested))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** The programs in which a seat may be free for somebody who waits, or an offer is over. */
    List<Long> due(Instant now) {
        return due("", now).query(Long.class).list();
    }

    /** Whether that is so in that program, and somebody can be asked. */
    boolean due(long programId, Instant now) {
        return due(" and p.id = :program", now)
                .param("program", programId)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Whoever let an offer pass a short while ago is not asked again, and no reason to look. */
    private JdbcClient.StatementSpec due(String which, Instant now) {
        return jdbc.sql("""
            select p.id
            from program p
            join program_seats t on t.program_id = p.id
            left join waitlist_setting s on s.program_id = p.id
            where ((p.capacity is not null and t.taken < p.capacity and p.archived_at is null and p.ends_at > :now
                    and coalesce(s.mode, 'AUTOMATIC') <> 'MANUAL' and not coalesce(s.halted, false)
                    and exists (
                        select 1 from member m
                        where m.program_id = p.id and m.status = 'WAITLISTED' and m.offer_until is null
                            and m.closed is null and (coalesce(s.mode, 'AUTOMATIC') = 'AUTOMATIC' or not %s)))
                or exists (
                    select 1 from waitlist_offer o
                    where o.program_id = p.id and o.state = 'OPEN' and o.until <= :now))\
            """.formatted(RESTS) + which)
                .param("now", Timestamp.from(now))
                .param("rested", Timestamp.from(now.minus(Promotions.REST)));
    }
}
