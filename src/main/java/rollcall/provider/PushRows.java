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

    private final JdbcClient jdbc;
    private final Duration lease;

    /** @param lease how long a node may be silent before another one takes over what it had in hand */
    PushRows(JdbcClient jdbc, @Value("${rollcall.push-lease:PT1M}") Duration lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    /**
     * Takes the next push of that program in hand, when one is due and nobody else is at it; of a member, always the
     * oldest of those to the same event that is not settled. One that somebody took in hand and never settled may have reached the provider.
     */
    Optional<Push> claim(long programId, String owner, Instant now) {
        var id = jdbc.sql("select p.id from push p where p.program_id = :program and " + DUE + """
             and not exists (
                select 1 from push e where e.member_id = p.member_id and e.id < p.id and e.due_at is not null
                    and e.provider = p.provider and e.event_id = p.event_id)
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
            select p.id, p.program_id, p.provider, p.event_id, p.member_id, m.person_id, p.action, p.unclear, p.tries, p.first_tried_at,
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
                new EventRef(row.getString("provider"), row.getString("event_id")),
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

    /** How many of a program's are not settled. */
    int waiting(long programId, Push.Action action) {
        return jdbc.sql("select count(*) from push where program_id = :program and due_at is not null and action ="
                        + " :action")
                .param("program", programId)
                .param("action", action.name())
                .query(Integer.class)
                .single();
    }

    /** Nobody is registered any more at a provider that the program has left; what is to be cancelled there, is. */
    void dropRegistrations(long programId, Instant now) {
        drop("", programId, now);
    }

    /** As {@link #dropRegistrations}, of those that nobody has in hand and that go to no webinar of the program's. */
    void dropStrays(long programId, Instant now) {
        drop("""
             and (lease_until is null or lease_until < :now) and not exists (select 1 from webinar w
                where w.program_id = push.program_id and w.provider = push.provider and w.event_id = push.event_id)\
            """, programId, now);
    }

    private void drop(String which, long programId, Instant now) {
        jdbc.sql("""
            update push set state = 'DROPPED', due_at = null, owner = null, lease_until = null, settled_at = :now
            where program_id = :program and due_at is not null and action = 'REGISTER'\
            """ + which)
                .param("now", Timestamp.from(now))
                .param("program", programId)
                .update();
    }

    /** The programs for which something is due that nobody has in hand. */
    List<Long> dueProgramsAt(Instant now) {
        return jdbc.sql("select distinct p.program_id from push p where " + DUE)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .list();
    }
}
