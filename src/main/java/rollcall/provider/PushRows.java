package rollcall.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.job.FirstFree;

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

    /** What can be sent, and of each member only the oldest that goes to the same event and is not settled. */
    private static final String NEXT = DUE + """
         and not exists (
            select 1 from push e where e.member_id = p.member_id and e.id < p.id and e.due_at is not null
                and e.provider = p.provider and e.event_id = p.event_id)\
        """;

    /** A registration that may be there already, and that nobody has in hand. */
    static final String UNCLEAR = """
        p.action = 'REGISTER' and p.state = 'WAITING' and p.unclear and p.due_at is not null\
        """;

    private static final String SETTLE = """
        update push set state = :state, due_at = null, owner = null, lease_until = null, settled_at = :now,
            registrant_id = coalesce(cast(:registrant as varchar(200)), registrant_id), failure = :failure,
            words = :words
        where id = :id and owner = :owner\
        """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Duration lease;

    /** @param lease how long a node may be silent before another one takes over what it had in hand */
    PushRows(
            JdbcClient jdbc, NamedParameterJdbcTemplate batches, @Value("${rollcall.push-lease:PT1M}") Duration lease) {
        this.jdbc = jdbc;
        this.batches = batches;
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

    /**
     * Puts back what was taken in hand and not tried, as if nobody had.
     *
     * @return those that {@code owner} still had in hand
     */
    List<Push> putBack(List<Push> untried, String owner) {
        return batch(untried, """
            update push set state = 'WAITING', owner = null, lease_until = null, tries = tries - 1,
                first_tried_at = case when tries = 1 then null else first_tried_at end
            where id = :id and owner = :owner\
            """, push -> ofOwner(push, owner));
    }

    private static MapSqlParameterSource ofOwner(Push push, String owner) {
        return new MapSqlParameterSource("id", push.id()).addValue("owner", owner);
    }

    /** Those of which the statement found the row. */
    private List<Push> batch(List<Push> pushes, String sql, Function<Push, SqlParameterSource> values) {
        if (pushes.isEmpty()) {
            return List.of();
        }
        var rows = batches.batchUpdate(sql, pushes.stream().map(values).toArray(SqlParameterSource[]::new));
        return IntStream.range(0, rows.length)
                .filter(n -> rows[n] == 1)
                .mapToObj(pushes::get)
                .toList();
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

    /** Ends a push, when {@code owner} still has it in hand. */
    boolean settle(Push push, String owner, Push.State state, Settled what, Instant now) {
        return !batch(List.of(push), SETTLE, one -> values(one, owner, state, what, now))
                .isEmpty();
    }

    /**
     * Ends pushes that were accepted.
     *
     * @return those that {@code owner} still had in hand
     */
    List<Push> accept(Map<Push, Step.Accepted> accepted, String owner, Instant now) {
        return batch(
                List.copyOf(accepted.keySet()),
                SETTLE,
                push -> values(
                        push,
                        owner,
                        Push.State.ACCEPTED,
                        new Settled(Objects.requireNonNull(accepted.get(push)).registrantId(), null, null),
                        now));
    }

    private static MapSqlParameterSource values(Push push, String owner, Push.State state, Settled what, Instant now) {
        return ofOwner(push, owner)
                .addValue("state", state.name())
                .addValue("now", Timestamp.from(now))
                .addValue("registrant", what.registrantId())
                .addValue("failure", what.failure())
                .addValue("words", what.words());
    }

    /**
     * Ends what is unclear about that member, because the provider has them; unless somebody has just taken it in hand,
     * who then finds it out alone.
     */
    boolean found(EventRef event, long memberId, @Nullable String registrantId, Instant now) {
        var open = jdbc.sql("select p.id from push p where p.member_id = :member and p.provider = :provider and"
                        + " p.event_id = :event and " + UNCLEAR + " order by p.id for update skip locked")
                .param("member", memberId)
                .param("provider", event.kind())
                .param("event", event.externalId())
                .query(Long.class)
                .list();
        open.forEach(id -> jdbc.sql("""
            update push set state = 'ACCEPTED', due_at = null, settled_at = :now, failure = null, words = null,
                registrant_id = cast(:registrant as varchar(200))
            where id = :id\
            """)
                .param("now", Timestamp.from(now))
                .param("registrant", registrantId)
                .param("id", id)
                .update());
        return !open.isEmpty();
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
