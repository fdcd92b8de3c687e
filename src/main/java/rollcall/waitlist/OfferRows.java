package rollcall.waitlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.program.Actor;

/** The rows of {@code waitlist_offer}. Members are locked before them, never after. */
@Component
class OfferRows {

    private final JdbcClient jdbc;

    OfferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An offer as it stands, or stood. */
    record Offer(
            long id,
            long memberId,
            OfferState state,
            Instant until,
            @Nullable Instant settledAt) {}

    void insert(long programId, Collection<Long> memberIds, Instant now, Instant until, Actor by) {
        if (memberIds.isEmpty()) {
            return;
        }
        jdbc.sql("""
            insert into waitlist_offer (program_id, member_id, state, made_at, made_by, until)
            select program_id, id, 'OPEN', cast(:now as timestamp(6) with time zone), cast(:by as varchar(200)),
                cast(:until as timestamp(6) with time zone)
            from member where program_id = :program and id in (:members) order by id\
            """)
                .param("program", programId)
                .param("members", memberIds)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("by", by.name())
                .update();
    }

    /** Those of the members whose offer ended by then, the earliest first. */
    List<Long> over(long programId, Instant now, int most) {
        return jdbc.sql("""
            select member_id from waitlist_offer
            where program_id = :program and state = 'OPEN' and until <= :now order by until, id limit :most\
            """)
                .param("program", programId)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    void settle(Collection<Long> memberIds, OfferState state, Instant now, String by) {
        if (!memberIds.isEmpty()) {
            jdbc.sql("""
                update waitlist_offer set state = :state, settled_at = :now, settled_by = :by
                where member_id in (:members) and state = 'OPEN'\
                """)
                    .param("state", state.name())
                    .param("now", Timestamp.from(now))
                    .param("by", by)
                    .param("members", memberIds)
                    .update();
        }
    }

    /** Settles the open offers of all who got another status with that change set. */
    void settleWith(long changeSetId, Instant now) {
        jdbc.sql("""
            update waitlist_offer set
                state = case when (select m.status from member m where m.id = waitlist_offer.member_id) = 'REGISTERED'
                    then 'ACCEPTED' else 'WITHDRAWN' end,
                settled_at = :now,
                settled_by = (select actor_name from change_set where id = :changeSet)
            where state = 'OPEN' and program_id = (select program_id from change_set where id = :changeSet)
                and member_id in (select member_id from status_change where change_set_id = :changeSet)\
            """)
                .param("changeSet", changeSetId)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The offer that a link means: of that member, ending in that second. */
    Optional<Offer> of(long memberId, Instant until) {
        return jdbc.sql("select * from waitlist_offer where member_id = :member and until = :until order by id desc"
                        + " limit 1")
                .param("member", memberId)
                .param("until", Timestamp.from(until))
                .query((row, n) -> offer(row))
                .optional();
    }

    /** Those of the members who have an open one. */
    List<Long> open(Collection<Long> memberIds) {
        return memberIds.isEmpty()
                ? List.of()
                : jdbc.sql("select member_id from waitlist_offer where member_id in (:members) and state = 'OPEN'")
                        .param("members", memberIds)
                        .query(Long.class)
                        .list();
    }

    boolean anyOpen(long programId) {
        return jdbc.sql("select count(*) from waitlist_offer where program_id = :program and state = 'OPEN'")
                        .param("program", programId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getLong("id"),
                row.getLong("member_id"),
                OfferState.valueOf(row.getString("state")),
                Objects.requireNonNull(instant(row, "until")),
                instant(row, "settled_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
