package rollcall.provider;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of the rows of {@code push} that were taken in hand: settled, laid down, put back, or dropped. */
@Component
class PushEndings {

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

    PushEndings(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What is kept of how a push ended. */
    record Settled(
            @Nullable String registrantId,
            @Nullable String failure,
            @Nullable String words) {

        static final Settled WELL = new Settled(null, null, null);
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

    private static MapSqlParameterSource values(Push push, String owner, Push.State state, Settled what, Instant now) {
        return ofOwner(push, owner)
                .addValue("state", state.name())
                .addValue("now", Timestamp.from(now))
                .addValue("registrant", what.registrantId())
                .addValue("failure", what.failure())
                .addValue("words", what.words());
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
}
