package rollcall.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.job.FirstFree;

/** The rows of {@code push}: what waits to be sent, and who is at it. */
@Component
class PushRows {

    /** That the program's webinar is still where the push goes. */
    private static final String HERE = """
        (select 1 from webinar w
            where w.program_id = p.program_id and w.provider = p.provider and w.event_id = p.event_id)\
        """;

    private static final String HELD = HERE.replace(")", " and w.held_until > :now)");

    /** What can be sent: cancellations wherever they go, registrations only to where the webinar is held now. */
    private static final String DUE = """
        p.due_at <= :now and (p.lease_until is null or p.lease_until < :now) and p.provider is not null
            and (p.action = 'CANCEL' or exists\
        """ + HERE + ") and not exists " + HELD;

    /** What can be sent, and of each member only the oldest that goes to the same event and is not settled. */
    private static final String NEXT = DUE + """
         and not exists (
            select 1 from push e where e.member_id = p.member_id and e.id < p.id and e.due_at is not null
                and e.provider = p.provider and e.event_id = p.event_id)\
        """;

    private final JdbcClient jdbc;
    private final Duration lease;

    /** @param lease how long a node may be silent before another one takes over what it had in hand */
    PushRows(JdbcClient jdbc, @Value("${rollcall.push-lease:PT1M}") Duration lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    Duration lease() {
        return lease;
    }

    /**
     * Takes the next pushes of that program in hand, those that are due and that nobody else is at; of a member, always the
     * oldest of those to the same event that is not settled. One that somebody took in hand and never settled may have
     * reached the provider.
     *
     * @return in the order in which they are due
     */
    List<Push> claim(long programId, String owner, Instant now, int most) {
        var ids = FirstFree.of(inTurn(programId, now, most), most, some -> lock(some, now));
        return ids.isEmpty() ? List.of() : take(ids, owner, now);
    }

    private List<Long> inTurn(long programId, Instant now, int most) {
        return jdbc.sql("select p.id from push p where p.program_id = :program and " + NEXT
                        + " order by p.program_id, p.due_at, p.id limit :most")
                .param("program", programId)
                .param("now", Timestamp.from(now))
                .param("most", most * FirstFree.LOOK)
                .query(Long.class)
                .list();
    }

    private List<Long> lock(List<Long> ids, Instant now) {
        return jdbc.sql("select p.id from push p where p.id in (:ids) and " + NEXT + " for update skip locked")
                .param("ids", ids)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .list();
    }

    private List<Push> take(List<Long> ids, String owner, Instant now) {
        jdbc.sql("""
            update push set unclear = (unclear or state = 'SENDING'), state = 'SENDING', owner = :owner,
                lease_until = :until, tries = tries + 1, first_tried_at = coalesce(first_tried_at, :now)
            where id in (:ids)\
            """)
                .param("owner", owner)
                .param("until", Timestamp.from(now.plus(lease)))
                .param("now", Timestamp.from(now))
                .param("ids", ids)
                .update();
        return jdbc.sql("""
            select p.id, p.program_id, p.provider, p.event_id, p.connection_id, p.member_id, m.person_id, p.action,
                p.unclear, p.tries, p.first_tried_at,
                case when p.action = 'CANCEL' then coalesce(p.registrant_id, (
                    select e.registrant_id from push e
                    where e.member_id = p.member_id and e.id < p.id and e.action = 'REGISTER'
                        and e.registrant_id is not null
                    order by e.id desc limit 1)) end as registrant_id,
                exists (select 1 from push l where l.member_id = p.member_id and l.id > p.id) as superseded
            from push p join member m on m.id = p.member_id where p.id in (:ids) order by p.due_at, p.id\
            """).param("ids", ids).query((row, n) -> push(row)).list();
    }

    private static Push push(ResultSet row) throws SQLException {
        return new Push(
                row.getLong("id"),
                row.getLong("program_id"),
                WebinarRows.event(row),
                row.getLong("member_id"),
                row.getLong("person_id"),
                Push.Action.valueOf(row.getString("action")),
                row.getBoolean("unclear"),
                row.getInt("tries"),
                Objects.requireNonNull(WebinarRows.instant(row, "first_tried_at")),
                row.getString("registrant_id"),
                row.getBoolean("superseded"));
    }

    /** Whether the member has moved on since that push. */
    boolean superseded(Push push) {
        return superseded(List.of(push)).contains(push.id());
    }

    /** The ids of those of which the member has moved on since. */
    Set<Long> superseded(List<Push> pushes) {
        return pushes.isEmpty()
                ? Set.of()
                : jdbc.sql("""
                    select p.id from push p where p.id in (:ids)
                        and exists (select 1 from push l where l.member_id = p.member_id and l.id > p.id)\
                    """)
                        .param("ids", pushes.stream().map(Push::id).toList())
                        .query(Long.class)
                        .set();
    }

    /** Those of these members who stand in Registration Error. */
    Set<Long> inError(Collection<Long> memberIds) {
        return memberIds.isEmpty()
                ? Set.of()
                : jdbc.sql("select id from member where id in (:members) and status = 'REGISTRATION_ERROR'")
                        .param("members", memberIds)
                        .query(Long.class)
                        .set();
    }

    /** How many of a program's are not settled. */
    int waiting(long programId, Push.Action action) {
        return jdbc.sql("select count(*) from push where program_id = :program and due_at is not null and action ="
                        + " :action")
                .param("program", programId)
                .param("action", action.name())
                .query(Integer.class)
                .single();
    }

    /** The programs for which something is due that nobody has in hand. */
    List<Long> dueProgramsAt(Instant now) {
        return jdbc.sql("select distinct p.program_id from push p where " + DUE)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .list();
    }
}
