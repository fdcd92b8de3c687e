package rollcall.member;

import static rollcall.program.StatusCode.WAITLISTED;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import rollcall.program.Channel;

/** Reads what corrections look at, and marks in the history what they take back. */
@Component
class CorrectionRows {

    /**
     * What is known of a member whose status was wrong.
     *
     * @param history the oldest change first
     */
    record Known(Delivery delivery, @Nullable Instant successAt, List<Past> history) {}

    private final NamedParameterJdbcTemplate jdbc;

    CorrectionRows(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By member; a thousand at a time at most. */
    Map<Long, Known> of(Channel channel, Collection<Long> memberIds) {
        var known = new HashMap<Long, Known>();
        if (!memberIds.isEmpty()) {
            jdbc.query("""
                select c.member_id, m.delivery, m.success_at, c.seq, c.from_status, c.to_status, c.happened_at,
                    c.change_set_id, s.job_id, s.correction, c.corrected_by
                from status_change c
                join member m on m.id = c.member_id
                join change_set s on s.id = c.change_set_id
                where c.member_id in (:ids) order by c.member_id, c.seq\
                """, Map.of("ids", memberIds), row -> {
                add(known, row, channel);
            });
        }
        return known;
    }

    private static void add(Map<Long, Known> known, ResultSet row, Channel channel) throws SQLException {
        var member = row.getLong("member_id");
        if (!known.containsKey(member)) {
            var delivery = Delivery.valueOf(row.getString("delivery"));
            known.put(member, new Known(delivery, MemberRows.instantOrNull(row, "success_at"), new ArrayList<>()));
        }
        known.get(member).history().add(past(row, channel));
    }

    private static Past past(ResultSet row, Channel channel) throws SQLException {
        return new Past(
                row.getInt("seq"),
                channel.statusOrNobody(row.getString("from_status")),
                channel.status(row.getString("to_status")),
                MemberRows.instant(row, "happened_at"),
                row.getLong("change_set_id"),
                row.getObject("job_id", Long.class),
                row.getBoolean("correction"),
                row.getObject("corrected_by", Long.class));
    }

    /** The numbers of a member's changes that a correction took back and that count for nothing. */
    Set<Integer> takenBack(Channel channel, long memberId) {
        var known = of(channel, List.of(memberId)).get(memberId);
        var history = known == null ? List.<Past>of() : known.history();
        var counting = Rewind.counting(history);
        return history.stream()
                .filter(one -> !one.passedThrough() && !counting.contains(one))
                .map(Past::seq)
                .collect(Collectors.toSet());
    }

    /** Says in the history what counts for nothing any more, and sets the dates that follow from what still counts. */
    void mark(long changeSetId, List<Correction> made, Instant now) {
        markTakenBack(changeSetId, made);
        update(made.stream().filter(Correction::passesThrough), changeSetId, """
            update status_change set corrected_by = change_set_id
            where change_set_id = :changeSet and to_status = 'NOT_IN_PROGRAM' and member_id in (:ids)\
            """);
        update(made.stream().filter(Correction::staysRegistered), changeSetId, """
            update status_change set keeps_registration = true
            where change_set_id = :changeSet and member_id in (:ids)\
            """);
        setDates(made, now);
    }

    private void markTakenBack(long changeSetId, List<Correction> made) {
        var values = new ArrayList<SqlParameterSource>();
        for (var one : made) {
            for (var past : one.right().takenBack()) {
                values.add(new MapSqlParameterSource("by", changeSetId)
                        .addValue("member", one.memberId())
                        .addValue("seq", past.seq()));
            }
        }
        jdbc.batchUpdate(
                "update status_change set corrected_by = :by where member_id = :member and seq = :seq",
                values.toArray(SqlParameterSource[]::new));
    }

    private void update(Stream<Correction> some, long changeSetId, String sql) {
        var ids = some.map(Correction::memberId).toList();
        if (!ids.isEmpty()) {
            jdbc.update(sql, Map.of("changeSet", changeSetId, "ids", ids));
        }
    }

    /** Whoever waits again keeps the place in the line that the mistake would have cost. */
    private void setDates(List<Correction> made, Instant now) {
        var values = new ArrayList<SqlParameterSource>();
        for (var one : made) {
            var right = one.right();
            var success = right.success(now);
            values.add(new MapSqlParameterSource("member", one.memberId())
                    .addValue("success", success == null ? null : Timestamp.from(success))
                    .addValue("since", Timestamp.from(right.to().is(WAITLISTED) ? right.since(now) : now)));
        }
        jdbc.batchUpdate("""
            update member set success_at = cast(:success as timestamp(6) with time zone), changed_at = :since
            where id = :member\
            """, values.toArray(SqlParameterSource[]::new));
    }
}
