package rollcall.provider;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.AbstractMap.SimpleEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.member.Delivery;
import rollcall.program.Channel;
import rollcall.program.StatusCode;

/** Reads members together with what a report says of them, with as many queries for a thousand as for one. */
@Component
class ReportedMembers {

    private final JdbcClient jdbc;
    private final FindingRows findings;

    ReportedMembers(JdbcClient jdbc, FindingRows findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    /** @param begin when the event began, as far as that is known */
    List<ReportedMember> of(Refresh refresh, Channel channel, Instant begin, Collection<Long> memberIds) {
        if (memberIds.isEmpty()) {
            return List.of();
        }
        return of(
                refresh.programId(),
                channel,
                begin,
                refresh.eventEndedAt(),
                memberIds,
                findings.of(refresh.id(), memberIds));
    }

    List<ReportedMember> of(
            long programId,
            Channel channel,
            Instant begin,
            @Nullable Instant end,
            Collection<Long> memberIds,
            List<Said> all) {
        var said = all.stream().collect(groupingBy(Said::memberId));
        var heard = heard(memberIds, begin);
        return jdbc.sql("""
            select id, person_id, status, changed_at, delivery, accepted_at, registrant_id, live_minutes, on_demand_minutes, closed
            from member where program_id = :program and id in (:members) order by id\
            """)
                .param("program", programId)
                .param("members", memberIds)
                .query((row, n) -> {
                    var id = row.getLong("id");
                    var mine = current(said.getOrDefault(id, List.of()), row);
                    var stand = stand(row, channel, begin, end, heard.getOrDefault(id, Set.of()));
                    return new ReportedMember(
                            id,
                            row.getLong("person_id"),
                            stand,
                            row.getObject("live_minutes", Integer.class),
                            row.getObject("on_demand_minutes", Integer.class),
                            mine);
                })
                .list();
    }

    /** What the provider has said of each of them since the event began, whatever somebody made of it later. */
    private Map<Long, Set<StatusCode>> heard(Collection<Long> memberIds, Instant begin) {
        return jdbc
                .sql("""
                    select c.member_id, c.to_status from status_change c join change_set s on s.id = c.change_set_id
                    where c.member_id in (:members) and s.cause = 'PROVIDER' and s.made_at >= :begin
                        and c.to_status in ('ATTENDED', 'ATTENDED_ON_DEMAND', 'NO_SHOW')\
                    """)
                .param("members", memberIds)
                .param("begin", Timestamp.from(begin))
                .query((row, n) ->
                        new SimpleEntry<>(row.getLong("member_id"), StatusCode.valueOf(row.getString("to_status"))))
                .list()
                .stream()
                .collect(groupingBy(SimpleEntry::getKey, mapping(SimpleEntry::getValue, toSet())));
    }

    private static Stand stand(
            ResultSet row, Channel channel, Instant begin, @Nullable Instant end, Set<StatusCode> heard)
            throws SQLException {
        var at = channel.status(row.getString("status"));
        var changedAt = Objects.requireNonNull(WebinarRows.instant(row, "changed_at"));
        var acceptedAt = WebinarRows.instant(row, "accepted_at");
        return new Stand(
                at,
                heard,
                !at.inProgram() && !changedAt.isBefore(begin),
                row.getString("closed") != null,
                acceptedAt != null && end != null && acceptedAt.isBefore(end));
    }

    /** Without what is said of a registration that is not the one the provider has accepted last. */
    private static List<Said> current(List<Said> said, ResultSet row) throws SQLException {
        var accepted = row.getString("delivery").equals(Delivery.ACCEPTED.name())
                ? WebinarRows.instant(row, "accepted_at")
                : null;
        var registrantId = row.getString("registrant_id");
        return said.stream()
                .filter(one -> !one.ofTheRegistration()
                        || (accepted != null && one.about(registrantId) && !one.before(accepted)))
                .toList();
    }
}
