package rollcall.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code push}: what waits to be sent, who is at it, and what came of it. */
@Component
class PushRows {

    private static final String INSERT = """
        insert into push (program_id, member_id, change_set_id, action, state, due_at, unclear, tries,
            registrant_id, created_at)
        """;

    private final JdbcClient jdbc;
    private final Duration lease;

    /** @param lease how long a node may be silent before another one takes over what it had in hand */
    PushRows(JdbcClient jdbc, @Value("${rollcall.push-lease:PT1M}") Duration lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    /** One for each member who became Registered with that change set. */
    int registerAll(long changeSetId, Instant now) {
        return jdbc.sql(INSERT + """
            select m.program_id, m.id, c.change_set_id, 'REGISTER', 'WAITING',
                cast(:now as timestamp(6) with time zone), false, 0, null, cast(:now as timestamp(6) with time zone)
            from status_change c join member m on m.id = c.member_id
            where c.change_set_id = :changeSet and c.to_status = 'REGISTERED' and not c.keeps_registration order by c.id\
            """)
                .param("changeSet", changeSetId)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** One for each member who left with that change set and is, or may be, registered at the provider. */
    int cancelAll(long changeSetId, Instant now) {
        return jdbc.sql(INSERT + """
            select m.program_id, m.id, c.change_set_id, 'CANCEL', 'WAITING',
                cast(:now as timestamp(6) with time zone), false, 0, m.registrant_id,
                cast(:now as timestamp(6) with time zone)
            from status_change c join member m on m.id = c.member_id
            where c.change_set_id = :changeSet and c.to_status = 'NOT_IN_PROGRAM' and not c.keeps_registration
                and (m.registrant_id is not null or exists (
                    select 1 from push p
                    where p.member_id = m.id and p.action = 'REGISTER' and p.due_at is not null))
            order by c.id\
            """)
                .param("changeSet", changeSetId)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** One for each member who is Registered in a program that gets a provider. */
    int registerEverybody(long programId, Instant now) {
        return jdbc.sql(INSERT + """
            select program_id, id, null, 'REGISTER', 'WAITING', cast(:now as timestamp(6) with time zone),
                false, 0, null, cast(:now as timestamp(6) with time zone)
            from member where program_id = :program and status = 'REGISTERED' order by id\
            """)
                .param("program", programId)
                .param("now", Timestamp.from(now))
                .update();
    }

    /**
     * Takes the next push of that program in hand, when one is due and nobody else is at it; of a member, always the
     * oldest that is not settled. One that somebody took in hand and never settled may have reached the provider.
     */
    Optional<Push> claim(long programId, String owner, Instant now) {
        var id = jdbc.sql("""
            select p.id from push p
            where p.program_id = :program and p.due_at <= :now
                and (p.lease_until is null or p.lease_until < :now)
                and not exists (
                    select 1 from push e where e.member_id = p.member_id and e.id < p.id and e.due_at is not null)
            order by p.program_id, p.due_at, p.id limit 1 for update skip locked\
            """)
                .param("program", programId)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
        return id.map(one -> take(one, owner, now));
    }

    private Push take(long id, String owner, Instant now) {
        jdbc.sql("""
            update push set unclear = (unclear or state = 'SENDING'), state = 'SENDING', owner = :owner,
                lease_until = :until, tries = tries + 1, first_tried_at = coalesce(first_tried_at, :now)
            where id = :id\
            """)
                .param("owner", owner)
                .param("until", Timestamp.from(now.plus(lease)))
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
        return jdbc.sql("""
            select p.id, p.program_id, p.member_id, m.person_id, p.action, p.unclear, p.tries, p.first_tried_at,
                case when p.action = 'CANCEL' then coalesce(p.registrant_id, (
                    select e.registrant_id from push e
                    where e.member_id = p.member_id and e.id < p.id and e.action = 'REGISTER'
                        and e.registrant_id is not null
                    order by e.id desc limit 1)) end as registrant_id,
                exists (select 1 from push l where l.member_id = p.member_id and l.id > p.id) as superseded
            from push p join member m on m.id = p.member_id where p.id = :id\
            """).param("id", id).query((row, n) -> push(row)).single();
    }

    private static Push push(ResultSet row) throws SQLException {
        return new Push(
                row.getLong("id"),
                row.getLong("program_id"),
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
        return jdbc.sql("select count(*) from push where member_id = :member and id > :id")
                        .param("member", push.memberId())
                        .param("id", push.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Ends a push, when {@code owner} still has it in hand. */
    boolean settle(Push push, String owner, Push.State state, Settled what, Instant now) {
        return jdbc.sql("""
            update push set state = :state, due_at = null, owner = null, lease_until = null, settled_at = :now,
                registrant_id = coalesce(cast(:registrant as varchar(200)), registrant_id), failure = :failure,
                words = :words
            where id = :id and owner = :owner\
            """)
                        .param("state", state.name())
                        .param("now", Timestamp.from(now))
                        .param("registrant", what.registrantId())
                        .param("failure", what.failure())
                        .param("words", what.words())
                        .param("id", push.id())
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /** What is kept of how a push ended. */
    record Settled(
            @Nullable String registrantId,
            @Nullable String failure,
            @Nullable String words) {

        static final Settled WELL = new Settled(null, null, null);
    }

    /** Lays a push down until {@code at}, when {@code owner} still has it in hand. */
    boolean layDown(Push push, String owner, Instant at, boolean unclear, String failure, String words) {
        return jdbc.sql("""
            update push set state = 'WAITING', due_at = :at, owner = null, lease_until = null, unclear = :unclear,
                failure = :failure, words = :words
            where id = :id and owner = :owner\
            """)
                        .param("at", Timestamp.from(at))
                        .param("unclear", unclear)
                        .param("failure", failure)
                        .param("words", words)
                        .param("id", push.id())
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /** Nothing is sent any more for a program that has no provider any more. */
    void dropAll(long programId, Instant now) {
        jdbc.sql("""
            update push set state = 'DROPPED', due_at = null, owner = null, lease_until = null, settled_at = :now
            where program_id = :program and due_at is not null\
            """)
                .param("now", Timestamp.from(now))
                .param("program", programId)
                .update();
    }

    /** The programs for which something is due that nobody has in hand. */
    List<Long> dueProgramsAt(Instant now) {
        return jdbc.sql("""
            select distinct p.program_id from push p left join webinar w on w.program_id = p.program_id
            where p.due_at <= :now and (p.lease_until is null or p.lease_until < :now)
                and (w.held_until is null or w.held_until <= :now)\
            """).param("now", Timestamp.from(now)).query(Long.class).list();
    }
}
