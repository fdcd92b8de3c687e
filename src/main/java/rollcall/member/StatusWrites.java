package rollcall.member;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/**
 * The only statements that write a status. Members first, each stamped with the change set and where it came from; then
 * the history, from the stamped rows. The other order would let a concurrent change slip in between.
 */
@Component
class StatusWrites {

    private static final String ADVANCE = """
        update member set
            previous_status = status, previous_step = status_step,
            status = :to, status_step = :step, status_reason = :reason,
            seq = seq + 1, change_set_id = :changeSet, changed_at = :happenedAt,
            success_at = case when success_at is null and :success then :happenedAt else success_at end,
            delivery = case when :attended and delivery = 'REFUSED' then 'NONE'
                else coalesce(cast(:delivery as varchar(20)), delivery) end,
            accepted_at = case when cast(:delivery as varchar(20)) is null then accepted_at
                when :accepted then cast(:happenedAt as timestamp(6) with time zone) end,
            retry_at = case when cast(:delivery as varchar(20)) is null then retry_at end,
            link_generation = link_generation + case when :leaves then 1 else 0 end,
            offer_until = null, waitlist_priority = 0,
            waitlist_number = case when :waits then cast(:changeSet as bigint) end
        where (status_step <= :step or :to = 'NOT_IN_PROGRAM')
        """;

    private static final String INSERT = """
        insert into member (program_id, person_id, status, status_step, status_reason, changed_at, joined_at,
            success_at, seq, change_set_id, source, brought_by, delivery, accepted_at, waitlist_number, name_key, given_key,
            email_key, company_key)
        select :program, id, :to, :step, :reason, :happenedAt, :happenedAt,
            case when :success then cast(:happenedAt as timestamp(6) with time zone) end, 1, :changeSet, :source,
            :broughtBy, coalesce(cast(:delivery as varchar(20)), 'NONE'),
            case when :accepted then cast(:happenedAt as timestamp(6) with time zone) end,
            case when :waits then cast(:changeSet as bigint) end, name_key, given_key, email_key, company_key
        from person where id = :person\
        """;

    private static final String HISTORY = """
        insert into status_change (member_id, change_set_id, seq, from_status, from_step, to_status, to_step,
            reason, happened_at)
        select id, change_set_id, seq, previous_status, previous_step, status, status_step,
            status_reason, changed_at
        from member where program_id = :program and change_set_id = :changeSet and person_id in (:people)\
        """;

    private static final String COUNTS = """
        insert into status_count (program_id, status, n)
        select cast(:program as bigint), to_status, cast(count(*) as integer)
        from status_change where change_set_id = :changeSet group by to_status
        union all
        select cast(:program as bigint), from_status, cast(-count(*) as integer)
        from status_change where change_set_id = :changeSet and from_status is not null group by from_status\
        """;

    private final NamedParameterJdbcTemplate jdbc;

    StatusWrites(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes everything that was decided, with one history row each; what it counts to is another step. */
    void write(StatusRequest request, long changeSetId, List<Decided> decided) {
        if (decided.isEmpty()) {
            return;
        }
        advance(changeSetId, decided.stream().filter(one -> !one.isNew()).toList());
        insert(request, changeSetId, decided.stream().filter(Decided::isNew).toList());
        var params = new MapSqlParameterSource("program", request.programId())
                .addValue("changeSet", changeSetId)
                .addValue(
                        "people",
                        decided.stream().map(one -> one.standing().personId()).toList());
        expect(jdbc.update(HISTORY, params), decided.size());
    }

    /** Appends what a change set comes to in the counts; once, when all of it is written. */
    void count(long programId, long changeSetId) {
        jdbc.update(COUNTS, new MapSqlParameterSource("program", programId).addValue("changeSet", changeSetId));
    }

    private void advance(long changeSetId, List<Decided> members) {
        var alike = members.stream().map(Stamp::of).distinct().toList();
        if (alike.size() == 1) {
            var ids = members.stream().map(one -> one.standing().memberId()).toList();
            var values = values(alike.getFirst(), changeSetId).addValue("ids", ids);
            expect(jdbc.update(ADVANCE + "and id in (:ids)", values), members.size());
        } else if (!members.isEmpty()) {
            var values = new ArrayList<SqlParameterSource>();
            for (var one : members) {
                values.add(values(Stamp.of(one), changeSetId)
                        .addValue("id", one.standing().memberId()));
            }
            expectEach(jdbc.batchUpdate(ADVANCE + "and id = :id", values.toArray(SqlParameterSource[]::new)));
        }
    }

    private void insert(StatusRequest request, long changeSetId, List<Decided> newcomers) {
        var values = new ArrayList<SqlParameterSource>();
        for (var one : newcomers) {
            values.add(values(Stamp.of(one), changeSetId)
                    .addValue("program", request.programId())
                    .addValue("person", one.standing().personId())
                    .addValue("source", request.cause().name())
                    .addValue("broughtBy", request.actor().key()));
        }
        expectEach(jdbc.batchUpdate(INSERT, values.toArray(SqlParameterSource[]::new)));
    }

    /** What is written over a member: alike for all members of most change sets. */
    private record Stamp(Status to, String reason, Instant happenedAt, boolean keepsRegistration) {
        static Stamp of(Decided one) {
            return new Stamp(Objects.requireNonNull(one.to()), one.reason(), one.happenedAt(), one.keepsRegistration());
        }
    }

    private static MapSqlParameterSource values(Stamp stamp, long changeSetId) {
        var to = stamp.to();
        var delivery = stamp.keepsRegistration() ? null : deliveryAfter(to);
        return new MapSqlParameterSource("changeSet", changeSetId)
                .addValue("to", to.key())
                .addValue("step", to.step())
                .addValue("success", to.success())
                .addValue("reason", stamp.reason())
                .addValue("happenedAt", Timestamp.from(stamp.happenedAt()))
                .addValue("delivery", delivery == null ? null : delivery.name())
                .addValue("attended", to.is(StatusCode.ATTENDED) || to.is(StatusCode.ATTENDED_ON_DEMAND))
                .addValue("accepted", delivery == Delivery.ACCEPTED)
                .addValue("waits", to.is(StatusCode.WAITLISTED))
                .addValue("leaves", delivery == Delivery.NONE);
    }

    /**
     * How the registration stands once that status is given; null when the status says nothing about it. A program
     * without a provider accepts at once; where there is one, it queues the registration in the same transaction. Whoever
     * attended is refused no more: the statement sees to that.
     */
    private static @Nullable Delivery deliveryAfter(Status to) {
        var code = StatusCode.of(to.key()).orElse(null);
        return switch (code) {
            case REGISTERED -> Delivery.ACCEPTED;
            case REGISTRATION_ERROR -> Delivery.REFUSED;
            case NOT_IN_PROGRAM -> Delivery.NONE;
            case null, default -> null;
        };
    }

    private static void expect(int written, int decided) {
        if (written != decided) {
            throw new OptimisticLockingFailureException(
                    "%d of %d members took the status.".formatted(written, decided));
        }
    }

    private static void expectEach(int[] written) {
        for (int rows : written) {
            expect(rows, 1);
        }
    }
}
