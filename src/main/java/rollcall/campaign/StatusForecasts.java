package rollcall.campaign;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rollcall.campaign.DryRuns.Qualified;
import rollcall.member.Members;
import rollcall.program.Channel;
import rollcall.program.Move;
import rollcall.program.Move.Reason;
import rollcall.program.Programs;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/**
 * What a step that gives a status to everybody would come to, told from how many have each status: what the progression
 * refuses, what needs an approver or a reason, and for how many there is no seat.
 */
@Component
class StatusForecasts {

    private final JdbcClient jdbc;
    private final Programs programs;
    private final Members members;

    StatusForecasts(JdbcClient jdbc, Programs programs, Members members) {
        this.jdbc = jdbc;
        this.programs = programs;
        this.members = members;
    }

    /** How many would come in with each status. */
    Map<String, Long> of(Qualified qualified) {
        var params = new Placeholders();
        var counts = new HashMap<String, Long>();
        jdbc.sql("select m.status, count(*) as n from member m where " + qualified.where(params) + " group by m.status")
                .params(params.values())
                .query(row -> {
                    counts.put(row.getString("status"), row.getLong("n"));
                });
        return counts;
    }

    /**
     * What is refused, by the key of the message that says why. Those who are not refused have the status afterwards. Of a
     * step with choices nothing is said.
     */
    Map<String, Long> give(Qualified qualified, Step step, Map<String, Long> standing) {
        if (!step.choices().isEmpty() || !(step.otherwise() instanceof Action.ChangeStatus change)) {
            return Map.of();
        }
        var channel = programs.channelOf(qualified.program());
        var to = channel.find(change.to());
        return to.isEmpty() ? Map.of() : give(qualified, channel, to.get(), change.reason(), standing);
    }

    private Map<String, Long> give(
            Qualified qualified, Channel channel, Status to, String reason, Map<String, Long> standing) {
        var refusals = new TreeMap<String, Long>();
        var seats = seatsLeft(qualified);
        for (var from : Map.copyOf(standing).entrySet()) {
            var at = channel.status(from.getKey());
            var refusal = refusal(channel, at, to, reason);
            if (refusal != null) {
                refusals.merge(key(refusal), from.getValue(), Long::sum);
                continue;
            }
            var given = to.holdsSeat() && !at.holdsSeat() && !isFact(to)
                    ? Math.min(seats, from.getValue())
                    : from.getValue();
            seats -= to.holdsSeat() && !at.holdsSeat() ? given : 0;
            if (given < from.getValue()) {
                refusals.merge(key(Reason.PROGRAM_FULL), from.getValue() - given, Long::sum);
            }
            standing.merge(from.getKey(), -given, Long::sum);
            standing.merge(to.key(), given, Long::sum);
        }
        return refusals;
    }

    private long seatsLeft(Qualified qualified) {
        var free = members.seats(qualified.program()).free();
        return free == null ? Long.MAX_VALUE : free;
    }

    private static boolean isFact(Status to) {
        return to.is(StatusCode.NO_SHOW) || to.is(StatusCode.ATTENDED) || to.is(StatusCode.ATTENDED_ON_DEMAND);
    }

    /** A campaign has no right to decide on who is pending. */
    private static @Nullable Reason refusal(Channel channel, Status at, Status to, String reason) {
        return switch (channel.progression().choose(at, to)) {
            case Move.Skip skip -> skip.reason();
            case Move.Leave leave -> null;
            case Move.Join join -> needsReason(to, reason);
            case Move.Advance advance ->
                at.is(StatusCode.PENDING_APPROVAL) ? Reason.NEEDS_APPROVER : needsReason(to, reason);
        };
    }

    private static @Nullable Reason needsReason(Status to, String reason) {
        return to.is(StatusCode.REJECTED) && reason.isBlank() ? Reason.REASON_REQUIRED : null;
    }

    private static String key(Reason reason) {
        return "campaign.refused." + reason;
    }
}
