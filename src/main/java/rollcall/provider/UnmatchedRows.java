package rollcall.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;
import rollcall.provider.UnmatchedAttendee.State;

/** The rows of {@code unmatched_attendee}. */
@Component
class UnmatchedRows {

    /** What a refresh says of the people whom it matched with nobody, one row each. */
    private static final String REPORTED = """
        select f.person_key, max(f.email) as email, max(f.name) as name,
            max(case when f.kind = 'LIVE' then f.seconds end) as live_seconds,
            max(case when f.kind = 'ON_DEMAND' then f.seconds end) as on_demand_seconds,
            min(case when f.kind = 'LIVE' then f.happened_at end) as came_at,
            min(case when f.kind = 'ON_DEMAND' then f.happened_at end) as watched_at,
            max(case when f.kind = 'REGISTERED' then 1 else 0 end) = 1 as registered, max(f.registrant_id) as registrant_id
        from refresh_finding f
        where f.refresh_id = :refresh and f.member_id is null and f.kind in ('LIVE', 'ON_DEMAND', 'REGISTERED')
        group by f.person_key\
        """;

    private static final String SEEN_AGAIN = """
        merge into unmatched_attendee u
        using (%s) r on u.program_id = :program and u.person_key = r.person_key
        when matched then update set last_seen_at = :now, registered = r.registered,
            registrant_id = coalesce(r.registrant_id, u.registrant_id),
            live_seconds = coalesce(r.live_seconds, u.live_seconds),
            on_demand_seconds = coalesce(r.on_demand_seconds, u.on_demand_seconds),
            came_at = coalesce(r.came_at, u.came_at), watched_at = coalesce(r.watched_at, u.watched_at)
        when not matched then insert (program_id, person_key, email, name, live_seconds, on_demand_seconds, came_at,
            watched_at, registered, registrant_id, first_seen_at, last_seen_at, state)
        values (:program, r.person_key, r.email, r.name, r.live_seconds, r.on_demand_seconds, r.came_at,
            r.watched_at, r.registered, r.registrant_id, :now, :now, 'OPEN')\
        """.formatted(REPORTED);

    /** Whom the program knows by now, whoever brought them in, waits for nobody any more. */
    private static final String KNOWN_NOW = """
        update unmatched_attendee set state = 'MATCHED', settled_at = :now, settled_by = :system, member_id = (
            select min(f.member_id) from refresh_finding f
            where f.refresh_id = :refresh and f.person_key = unmatched_attendee.person_key)
        where program_id = :program and state = 'OPEN' and exists (select 1 from refresh_finding f
            where f.refresh_id = :refresh and f.person_key = unmatched_attendee.person_key
                and f.kind in ('LIVE', 'ON_DEMAND', 'REGISTERED') and f.member_id is not null)\
        """;

    /** Who was only registered there, and is not any more, is nobody to decide about. */
    private static final String GONE = """
        delete from unmatched_attendee
        where program_id = :program and state = 'OPEN' and live_seconds is null and on_demand_seconds is null
            and not exists (select 1 from refresh_finding f where f.refresh_id = :refresh and f.kind = 'REGISTERED'
                and f.person_key = unmatched_attendee.person_key)\
        """;

    private final JdbcClient jdbc;

    UnmatchedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(Refresh refresh, Instant now) {
        jdbc.sql(SEEN_AGAIN)
                .param("program", refresh.programId())
                .param("refresh", refresh.id())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql(KNOWN_NOW)
                .param("program", refresh.programId())
                .param("refresh", refresh.id())
                .param("now", Timestamp.from(now))
                .param("system", Actor.SYSTEM.key())
                .update();
        jdbc.sql(GONE)
                .param("program", refresh.programId())
                .param("refresh", refresh.id())
                .update();
    }

    /** How many attended of whom the program does not know and nobody has decided to leave them out. */
    int countIn(Refresh refresh) {
        return count(refresh, "f.kind in ('LIVE', 'ON_DEMAND')");
    }

    /** As {@link #countIn}, those who are only registered there. */
    int countStrangersIn(Refresh refresh) {
        return count(refresh, """
            f.kind = 'REGISTERED' and not exists (select 1 from refresh_finding a
                where a.refresh_id = f.refresh_id and a.kind in ('LIVE', 'ON_DEMAND') and a.person_key = f.person_key)\
            """);
    }

    private int count(Refresh refresh, String which) {
        return jdbc.sql("select count(distinct f.person_key) from refresh_finding f"
                        + " where f.refresh_id = :refresh and f.member_id is null and " + which + """
                             and not exists (select 1 from unmatched_attendee u where u.program_id = :program
                                and u.person_key = f.person_key and u.state = 'DISMISSED')\
                        """)
                .param("refresh", refresh.id())
                .param("program", refresh.programId())
                .query(Integer.class)
                .single();
    }

    long count(long programId, State state) {
        return jdbc.sql("select count(*) from unmatched_attendee where program_id = :program and state = :state")
                .param("program", programId)
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    /** In the order in which they were first seen, behind that id. */
    List<UnmatchedAttendee> page(long programId, State state, long after, int most) {
        return jdbc.sql("""
            select * from unmatched_attendee where program_id = :program and state = :state and id > :after
            order by program_id, state, id limit :most\
            """)
                .param("program", programId)
                .param("state", state.name())
                .param("after", after)
                .param("most", most)
                .query((row, n) -> attendee(row))
                .list();
    }

    /** @param lock whether nobody else may settle it until the caller's transaction has ended */
    Optional<UnmatchedAttendee> find(long programId, long id, boolean lock) {
        return jdbc.sql("select * from unmatched_attendee where id = :id and program_id = :program"
                        + (lock ? " for update" : ""))
                .param("id", id)
                .param("program", programId)
                .query((row, n) -> attendee(row))
                .optional();
    }

    /**
     * The other rows of the same person: some providers tell of a registration by its id and of attendance by address. Nobody
     * else may settle them until the caller's transaction has ended.
     *
     * @param emails at least one; empty for none that is known
     */
    List<UnmatchedAttendee> alike(UnmatchedAttendee one, Collection<String> emails) {
        return jdbc.sql("""
            select * from unmatched_attendee
            where program_id = :program and state = 'OPEN' and id <> :id
                and (email <> '' and lower(email) in (:emails) or registrant_id = :registrant)
            order by id for update\
            """)
                .param("program", one.programId())
                .param("id", one.id())
                .param(
                        "emails",
                        emails.stream()
                                .map(email -> email.toLowerCase(Locale.ROOT))
                                .toList())
                .param("registrant", one.registrantId())
                .query((row, n) -> attendee(row))
                .list();
    }

    void settle(long id, State state, @Nullable Long memberId, Actor by, Instant now) {
        jdbc.sql("""
            update unmatched_attendee set state = :state, member_id = :member, settled_at = :now, settled_by = :by
            where id = :id\
            """)
                .param("state", state.name())
                .param("member", memberId)
                .param("now", Timestamp.from(now))
                .param("by", by.key())
                .param("id", id)
                .update();
    }

    /** @return how many of them were waiting */
    int dismiss(long programId, Collection<Long> ids, Actor by, Instant now) {
        return jdbc.sql("""
            update unmatched_attendee set state = 'DISMISSED', settled_at = :now, settled_by = :by
            where program_id = :program and state = 'OPEN' and id in (:ids)\
            """)
                .param("now", Timestamp.from(now))
                .param("by", by.key())
                .param("program", programId)
                .param("ids", ids)
                .update();
    }

    /** @return how many of them were dismissed before */
    int reopen(long programId, Collection<Long> ids) {
        return jdbc.sql("""
            update unmatched_attendee set state = 'OPEN', settled_at = null, settled_by = null
            where program_id = :program and state = 'DISMISSED' and id in (:ids)\
            """).param("program", programId).param("ids", ids).update();
    }

    private static UnmatchedAttendee attendee(ResultSet row) throws SQLException {
        return new UnmatchedAttendee(
                row.getLong("id"),
                row.getLong("program_id"),
                row.getString("person_key"),
                row.getString("email"),
                row.getString("name"),
                row.getObject("live_seconds", Integer.class),
                row.getObject("on_demand_seconds", Integer.class),
                WebinarRows.instant(row, "came_at"),
                WebinarRows.instant(row, "watched_at"),
                row.getBoolean("registered"),
                row.getString("registrant_id"),
                Objects.requireNonNull(WebinarRows.instant(row, "first_seen_at")),
                Objects.requireNonNull(WebinarRows.instant(row, "last_seen_at")),
                State.valueOf(row.getString("state")));
    }
}
