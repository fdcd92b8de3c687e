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

    /**
     * Whether somebody who is registered there is so without our knowing it, or against it. What a person has called an
     * error stays one, and what is on its way and not unclear needs no help.
     */
    private static final String OPEN = """
        case m.status
            when 'REGISTERED' then m.delivery = 'RETRYING' and exists (
                select 1 from push p where p.member_id = m.id and %s)
            when 'REGISTRATION_ERROR' then exists (
                select 1 from change_set s where s.id = m.change_set_id and s.cause <> 'PERSON')
            else false end\
        """.formatted(PushEndings.UNCLEAR);

    private final JdbcClient jdbc;
    private final FindingRows findings;

    ReportedMembers(JdbcClient jdbc, FindingRows findings) {
        this.jdbc = jdbc;
        this.findings = findings;
    }

    /**
     * @param begin when the event began, as far as that is known
     * @param memberIds some of whom something is said, with nobody left out between the first and the last
     */
    List<ReportedMember> of(Refresh refresh, Channel channel, Instant begin, List<Long> memberIds) {
        return of(
                refresh.programId(),
                channel,
                begin,
                refresh.eventEndedAt(),
                memberIds,
                findings.between(refresh.id(), memberIds.getFirst(), memberIds.getLast()));
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
            select m.id, m.person_id, m.status, m.changed_at, m.delivery, m.accepted_at, m.registrant_id, m.live_minutes,
                m.on_demand_minutes, m.closed, %s as open
            from member m where m.program_id = :program and m.id in (:members) order by m.id\
            """.formatted(OPEN))
                .param("program", programId)
                .param("members", memberIds)
                .query((row, n) -> {
                    var id = row.getLong("id");
                    var mine = current(said.getOrDefault(id, List.of()), row);
                    var stand = stand(row, channel, begin, end, heard.getOrDefault(id, Set.of()), mine);
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
            ResultSet row,
            Channel channel,
            Instant begin,
            @Nullable Instant end,
            Set<StatusCode> heard,
            List<Said> said)
            throws SQLException {
        var at = channel.status(row.getString("status"));
        var changedAt = Objects.requireNonNull(WebinarRows.instant(row, "changed_at"));
        var acceptedAt = WebinarRows.instant(row, "accepted_at");
        return new Stand(
                at,
                heard,
                !at.inProgram() && !changedAt.isBefore(begin),
                row.getString("closed") != null,
                acceptedAt != null && end != null && acceptedAt.isBefore(end),
                row.getBoolean("open") || (nameless(row) && said.stream().anyMatch(Said::namesRegistration)));
    }

    /** Whether they count as accepted under no id of the provider's, as people do whom an import brought. */
    private static boolean nameless(ResultSet row) throws SQLException {
        return row.getString("status").equals(StatusCode.REGISTERED.name())
                && row.getString("delivery").equals(Delivery.ACCEPTED.name())
                && row.getString("registrant_id") == null;
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
