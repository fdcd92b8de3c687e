package rollcall.member;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.program.Status;

/** Settles a request for members who are locked: decides for each in turn, writes what was decided, tells it. */
@Component
class Settlement {

    private final ChangeSets changeSets;
    private final StatusWrites writes;
    private final NewcomerRows newcomers;
    private final Seats seats;
    private final BulkAudit audit;
    private final ApplicationEventPublisher events;

    Settlement(
            ChangeSets changeSets,
            StatusWrites writes,
            NewcomerRows newcomers,
            Seats seats,
            BulkAudit audit,
            ApplicationEventPublisher events) {
        this.changeSets = changeSets;
        this.writes = writes;
        this.newcomers = newcomers;
        this.seats = seats;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param keepSkips whether to store whom nothing was written for, so that a result page or a repeated request finds
     *     them
     */
    ChangeSet settle(Asking asking, List<Ask> asks, boolean keepSkips) {
        var earlier = changeSets.byRequest(asking.request());
        if (earlier.isPresent()) {
            return repeat(asking, asks, earlier.get());
        }
        var decided = decide(asking, asks);
        var changes = decided.values().stream().filter(Decided::written).toList();
        Long changeSet = changes.isEmpty() && !keepSkips ? null : changeSets.insert(asking.request(), asking.now());
        if (changeSet != null) {
            write(asking, changeSet, changes);
            changeSets.insertSkips(changeSet, keepSkips ? List.copyOf(decided.values()) : List.of());
        }
        return new ChangeSet(changeSet, outcomes(asking, asks, decided, changeSet));
    }

    private ChangeSet repeat(Asking asking, List<Ask> asks, long changeSet) {
        var outcomes = changeSets.outcomes(changeSet, asking.channel());
        return new ChangeSet(
                changeSet,
                asks.stream()
                        .map(ask -> outcomes.get(ask.personId()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** In the order of their turns, so that newcomers are stored, and wait, in the order in which they were brought. */
    private static Map<Long, Decided> decide(Asking asking, List<Ask> asks) {
        var verdicts = asking.verdicts();
        var decided = new LinkedHashMap<Long, Decided>();
        asks.stream()
                .sorted(Ask.BY_TURN)
                .map(ask -> ask.decide(asking, verdicts))
                .forEach(one -> decided.put(one.standing().personId(), one));
        return decided;
    }

    private void write(Asking asking, long changeSet, List<Decided> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var request = asking.request();
        var program = request.programId();
        writes.write(request, changeSet, changes);
        writes.count(program, changeSet);
        seats.store(program, asking.budget());
        var to = changes.stream().map(Decided::to).filter(Objects::nonNull).map(Status::key);
        events.publishEvent(
                new StatusesChanged(changeSet, program, to.collect(Collectors.toSet()), request.reported(), false));
        audit.made(request, changeSet, changes.size());
    }

    private List<Outcome> outcomes(
            Asking asking, List<Ask> asks, Map<Long, Decided> decided, @Nullable Long changeSet) {
        var ids = memberIds(asking, asks, decided);
        return asks.stream()
                .map(ask -> outcome(Objects.requireNonNull(decided.get(ask.personId())), ids, changeSet))
                .toList();
    }

    /** The ids of those who are members now; stores on the way what newcomers brought along. */
    private Map<Long, Long> memberIds(Asking asking, List<Ask> asks, Map<Long, Decided> decided) {
        var ids = new HashMap<Long, Long>();
        decided.values().stream()
                .filter(one -> !one.isNew())
                .forEach(one -> ids.put(
                        one.standing().personId(),
                        Objects.requireNonNull(one.standing().memberId())));
        var joined = decided.values().stream()
                .filter(one -> one.isNew() && one.written())
                .map(one -> one.standing().personId())
                .toList();
        ids.putAll(newcomers.memberIds(asking.request().programId(), joined));
        newcomers.store(
                asks.stream()
                        .map(Ask::newcomer)
                        .filter(Objects::nonNull)
                        .filter(one -> Objects.requireNonNull(decided.get(one.personId()))
                                .takesDetails())
                        .toList(),
                ids);
        return ids;
    }

    private static Outcome outcome(Decided one, Map<Long, Long> ids, @Nullable Long changeSet) {
        var person = one.standing().personId();
        return new Outcome(ids.get(person), person, one.move(), one.written() ? changeSet : null);
    }
}
