package rollcall.member;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Service;
import rollcall.program.StatusCode;

/**
 * The door through which whoever sends registrations stores on the members what came of it: how the registration stands,
 * the provider's id and link, and who attended. Writes no status. Every method takes part in the caller's transaction.
 */
@Service
public class Registrations {

    private final NamedParameterJdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    Registrations(NamedParameterJdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Those who became Registered with that change set wait to be sent; what an earlier registration left is gone. */
    public void queue(long changeSetId) {
        update(changedTo(StatusCode.REGISTERED, changeSetId), """
            update member set delivery = 'QUEUED', accepted_at = null, retry_at = null, registrant_id = null,
                join_link = null
            where id in (:ids) and status = 'REGISTERED'\
            """);
    }

    /** As {@link #queue}, for everybody who is Registered in a program that gets a provider. */
    public void queueAll(long programId) {
        jdbc.update("""
            update member set delivery = 'QUEUED', accepted_at = null, retry_at = null, registrant_id = null,
                join_link = null
            where program_id = :program and status = 'REGISTERED'\
            """, Map.of("program", programId));
    }

    /** As {@link #queueAll}, for members whom nobody has sent. */
    public void queueThese(Collection<Long> memberIds) {
        update(memberIds, """
            update member set delivery = 'QUEUED', accepted_at = null, retry_at = null, registrant_id = null,
                join_link = null
            where id in (:ids) and status = 'REGISTERED'\
            """);
    }

    /** Ids and links of a provider that the program has left lead nowhere any more. */
    public void forgetAll(long programId) {
        jdbc.update(
                "update member set registrant_id = null, join_link = null where program_id = :program",
                Map.of("program", programId));
    }

    /** Whatever was on its way is accepted at once: the program has no provider any more. */
    public void acceptAll(long programId, Instant at) {
        var open = jdbc.queryForList("""
            select id from member
            where program_id = :program and delivery in ('QUEUED', 'SENDING', 'RETRYING') order by id for update\
            """, Map.of("program", programId), Long.class);
        for (int from = 0; from < open.size(); from += StatusChanges.MOST) {
            var some = List.copyOf(open.subList(from, Math.min(open.size(), from + StatusChanges.MOST)));
            jdbc.update(
                    "update member set delivery = 'ACCEPTED', accepted_at = :at, retry_at = null where id in (:ids)",
                    Map.of("ids", some, "at", Timestamp.from(at)));
            events.publishEvent(new RegistrationsAccepted(programId, some));
        }
    }

    /** Waits until nobody else changes that member, as long as the transaction lasts; whether there is one. */
    public boolean lock(long memberId) {
        return !lock(List.of(memberId)).isEmpty();
    }

    /** As {@link #lock(long)}, for several; those whom there are. */
    public Set<Long> lock(Collection<Long> memberIds) {
        return memberIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.queryForList(
                        "select id from member where id in (:ids) order by id for update",
                        Map.of("ids", memberIds),
                        Long.class));
    }

    /**
     * Those who left with that change set have no registration and no link any more, whatever status a correction gave
     * them then; not those whose registration stands through the correction.
     */
    public void forget(long changeSetId) {
        update(
                changedTo(StatusCode.NOT_IN_PROGRAM, changeSetId),
                "update member set registrant_id = null, join_link = null where id in (:ids)");
    }

    /** A change set has a thousand members at most; H2 would look at every member for a subquery in their place. */
    private List<Long> changedTo(StatusCode code, long changeSetId) {
        return jdbc.queryForList("""
            select member_id from status_change
            where change_set_id = :changeSet and to_status = :status and not keeps_registration order by member_id\
            """, Map.of("changeSet", changeSetId, "status", code.name()), Long.class);
    }

    /** Their registration is under way at this moment. */
    public void sending(Collection<Long> memberIds) {
        update(memberIds, "update member set delivery = 'SENDING', retry_at = null where id in (:ids)");
    }

    private void update(Collection<Long> memberIds, String sql) {
        if (!memberIds.isEmpty()) {
            jdbc.update(sql, Map.of("ids", memberIds));
        }
    }

    /** The provider has not taken it yet; it is tried again then. */
    public void retrying(long memberId, Instant at) {
        jdbc.update(
                "update member set delivery = 'RETRYING', retry_at = :at where id = :member",
                Map.of("member", memberId, "at", Timestamp.from(at)));
    }

    /** The provider refused; the status is the caller's to ask for. */
    public void refused(long memberId) {
        jdbc.update("""
            update member set delivery = 'REFUSED', retry_at = null, accepted_at = null where id = :member\
            """, Map.of("member", memberId));
    }

    /** They were to be sent and were not, so they wait as before. */
    public void untried(Collection<Long> memberIds) {
        update(
                memberIds,
                "update member set delivery = 'QUEUED', retry_at = null where id in (:ids) and delivery = 'SENDING'");
    }

    /**
     * The provider accepted.
     *
     * @param link the member's own; null where the provider has none
     */
    public void accepted(
            long programId, long memberId, @Nullable String registrantId, @Nullable String link, Instant at) {
        accepted(programId, List.of(new Acceptance(memberId, registrantId, link)), at);
    }

    /** As {@link #accepted(long, long, String, String, Instant)}, for several at once. */
    public void accepted(long programId, List<Acceptance> some, Instant at) {
        if (some.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                update member set delivery = 'ACCEPTED', retry_at = null, accepted_at = :at,
                    registrant_id = :registrant, join_link = :link
                where id = :member\
                """,
                some.stream()
                        .map(one -> new MapSqlParameterSource("member", one.memberId())
                                .addValue("registrant", one.registrantId())
                                .addValue("link", one.link())
                                .addValue("at", Timestamp.from(at)))
                        .toArray(SqlParameterSource[]::new));
        events.publishEvent(new RegistrationsAccepted(
                programId, some.stream().map(Acceptance::memberId).toList()));
    }

    /**
     * What the provider gave a member whom it accepted.
     *
     * @param link the member's own; null where the provider has none
     */
    public record Acceptance(
            long memberId,
            @Nullable String registrantId,
            @Nullable String link) {}

    /**
     * Somebody filled the form out, for the first time or again; the first time is what is kept.
     *
     * @param again whether nothing came of it, as they stood in the program already
     */
    public void filledOut(long programId, long memberId, Instant opened, Instant at, boolean again) {
        jdbc.update("""
            update member set form_opened_at = coalesce(form_opened_at, cast(:opened as timestamp(6) with time zone)),
                form_filled_out_at = coalesce(form_filled_out_at, cast(:at as timestamp(6) with time zone))
            where id = :member\
            """, Map.of("member", memberId, "opened", Timestamp.from(opened), "at", Timestamp.from(at)));
        events.publishEvent(new FormFilledOut(programId, List.of(memberId), again));
    }

    /** Under which id the provider has somebody who counts as accepted without one; whether that was news. */
    public boolean named(long memberId, String registrantId) {
        return jdbc.update("""
            update member set registrant_id = :registrant
            where id = :member and status = 'REGISTERED' and delivery = 'ACCEPTED' and registrant_id is null\
            """, Map.of("member", memberId, "registrant", registrantId)) == 1;
    }

    /** Minutes that a provider reported; they replace what was reported before, so that a report read twice adds nothing. */
    public void attended(long programId, Collection<Attendance> some) {
        if (some.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                update member set live_minutes = coalesce(cast(:live as integer), live_minutes),
                    on_demand_minutes = coalesce(cast(:onDemand as integer), on_demand_minutes)
                where id = :member and program_id = :program\
                """,
                some.stream()
                        .map(one -> new MapSqlParameterSource("member", one.memberId())
                                .addValue("program", programId)
                                .addValue("live", one.liveMinutes())
                                .addValue("onDemand", one.onDemandMinutes()))
                        .toArray(SqlParameterSource[]::new));
        events.publishEvent(new AttendanceArrived(
                programId, some.stream().map(Attendance::memberId).toList()));
    }

    /**
     * How long a member was there.
     *
     * @param liveMinutes null when nothing was reported
     * @param onDemandMinutes likewise
     */
    public record Attendance(
            long memberId,
            @Nullable Integer liveMinutes,
            @Nullable Integer onDemandMinutes) {}
}
