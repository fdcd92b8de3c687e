package rollcall.approval;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rollcall.job.Attempts;
import rollcall.member.Seating;
import rollcall.member.StatusChanges;
import rollcall.program.Actor;
import rollcall.program.Move.Reason;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

/** One decision for many: look first, then confirm. Each program is a transaction of its own. */
@Service
class ManyDecisions {

    private static final List<StatusCode> GIVEN =
            List.of(StatusCode.REGISTERED, StatusCode.WAITLISTED, StatusCode.REJECTED);

    private final Inbox inbox;
    private final Seating seating;
    private final StatusChanges changes;
    private final Following following;
    private final DecisionRows rows;
    private final Programs programs;
    private final Attempts attempts;
    private final JdbcClient jdbc;

    ManyDecisions(
            Inbox inbox,
            Seating seating,
            StatusChanges changes,
            Following following,
            DecisionRows rows,
            Programs programs,
            Attempts attempts,
            JdbcClient jdbc) {
        this.inbox = inbox;
        this.seating = seating;
        this.changes = changes;
        this.following = following;
        this.rows = rows;
        this.programs = programs;
        this.attempts = attempts;
        this.jdbc = jdbc;
    }

    /** What it would come to now; nothing is locked. */
    Result preview(Actor who, Verdict verdict, Collection<Long> memberIds) {
        var result = new Result();
        var found = inbox.these(inbox.reachOf(who), memberIds);
        byProgram(found).forEach((id, waiters) -> {
            var program = programs.get(id);
            var allotment = Allotment.of(verdict, who, program, seating.lookIfLimited(program), waiters);
            result.count(allotment);
            GIVEN.forEach(to -> result.causes(program, following.of(program, to, allotment.ids(to))));
        });
        result.refuse(Reason.CHANGED_MEANWHILE, memberIds.size() - found.size());
        return result;
    }

    /** @param requestId makes asking twice harmless: the second time answers what the first came to */
    Result confirm(Actor who, Verdict verdict, Collection<Long> memberIds, String why, @Nullable String requestId) {
        var result = earlier(requestId);
        if (result.givenInAll() > 0) {
            return result;
        }
        var found = inbox.these(inbox.reachOf(who), memberIds);
        byProgram(found).forEach((program, waiters) -> {
            var order = new Order(who, verdict, program, why, requestId);
            var ids = waiters.stream().map(Waiter::memberId).toList();
            attempts.inTransaction(() -> decide(order, ids)).forEach(part -> part.accept(result));
        });
        result.refuse(Reason.CHANGED_MEANWHILE, memberIds.size() - found.size());
        return result;
    }

    private record Order(
            Actor who,
            Verdict verdict,
            long program,
            String why,
            @Nullable String requestId) {}

    /** A line of a result: so a transaction that is repeated counts once. */
    private interface Part {
        void accept(Result result);
    }

    /** Locks the seats, looks who still waits, and gives them out. */
    private List<Part> decide(Order order, List<Long> memberIds) {
        var seats = seating.lockIfLimited(programs.get(order.program()));
        var program = programs.get(order.program());
        var waiters = inbox.these(inbox.reachOf(order.who()), memberIds);
        var allotment = Allotment.of(order.verdict(), order.who(), program, seats, waiters);
        var refused = allotment.refused().entrySet().stream()
                .map(one -> (Part) result -> result.refuse(one.getValue(), one.getKey()));
        var gone = (Part) result -> result.refuse(Reason.CHANGED_MEANWHILE, memberIds.size() - waiters.size());
        var given = GIVEN.stream().flatMap(to -> ask(order, to, allotment.ids(to)));
        return Stream.of(given, refused, Stream.of(gone))
                .flatMap(parts -> parts)
                .toList();
    }

    private Stream<Part> ask(Order order, StatusCode to, List<Long> ids) {
        if (ids.isEmpty()) {
            return Stream.of();
        }
        var request = Decisions.request(order.who(), order.program(), to, named(order.requestId(), to))
                .because(order.why());
        var made = changes.change(request, ids);
        if (made.id() != null) {
            rows.cameFrom(Source.INBOX, made.id());
        }
        var skipped = made.skipped().entrySet().stream()
                .map(one -> (Part) result -> result.refuse(one.getKey(), one.getValue()));
        return Stream.concat(Stream.of(result -> result.give(to, made.changed())), skipped);
    }

    private static @Nullable String named(@Nullable String requestId, StatusCode to) {
        return requestId == null ? null : requestId + ":" + to;
    }

    /** What the same request came to before; nothing given when it is new. */
    private Result earlier(@Nullable String requestId) {
        var result = new Result();
        if (requestId != null) {
            var names = Stream.of(StatusCode.values())
                    .map(to -> named(requestId, to))
                    .toList();
            jdbc.sql("""
                select d.to_status, count(*) as n from change_set s join decision d on d.change_set_id = s.id
                where s.request_id in (:names) group by d.to_status\
                """).param("names", names).query(row -> {
                result.give(StatusCode.valueOf(row.getString("to_status")), row.getLong("n"));
            });
        }
        return result;
    }

    /** By their ids, so that locks are taken in one order. */
    private static Map<Long, List<Waiter>> byProgram(List<Waiter> waiters) {
        return waiters.stream().collect(Collectors.groupingBy(Waiter::programId, TreeMap::new, Collectors.toList()));
    }
}
