package rollcall.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import rollcall.job.Attempts;

/**
 * The door for mistakes: takes members out of the program and to where they belong, in one transaction, so that nobody
 * ever goes a step back and the history says what happened. For managers, with a reason; never for a campaign, an import
 * or a provider. What stands of the registration, the success date and the seat follows from the difference alone.
 */
@Service
public class Corrections {

    static final String AUDIT = "CORRECTION";

    private final Askings askings;
    private final MemberRows members;
    private final ChangeSets changeSets;
    private final CorrectionDecisions decisions;
    private final CorrectionSettlement settlement;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;

    Corrections(
            Askings askings,
            MemberRows members,
            ChangeSets changeSets,
            CorrectionDecisions decisions,
            CorrectionSettlement settlement,
            Attempts attempts,
            ApplicationEventPublisher events) {
        this.askings = askings;
        this.members = members;
        this.changeSets = changeSets;
        this.decisions = decisions;
        this.settlement = settlement;
        this.attempts = attempts;
        this.events = events;
    }

    /**
     * Gives one member the status that is right, which may be any.
     *
     * @return what was written last, or why nothing was
     * @throws NoSuchMember when the program has no such member
     * @throws RequestIdTaken when the request id belongs to a change of somebody else
     */
    public Outcome correct(StatusRequest request, long memberId) {
        checkCause(request);
        return attempts.inTransaction(() -> {
            var asking = askings.lock(request);
            var to = asking.channel().status(request.to());
            var details = Map.<String, Object>of("member", memberId);
            return settle(asking, List.of(memberId), Right.status(to), false, details).outcomes().stream()
                    .findFirst()
                    .orElseThrow(RequestIdTaken::new);
        });
    }

    /**
     * Brings members back to where they stood before the mistake, and takes out who came in by it. Whoever has moved on
     * since is left alone.
     *
     * @param request its status does not matter
     * @param memberIds a thousand at most
     * @throws NoSuchMember when the program lacks one of them; then nothing is written
     */
    public ChangeSet correct(StatusRequest request, Mistake mistake, Collection<Long> memberIds) {
        checkCause(request);
        StatusChanges.checkSize(memberIds);
        return attempts.inTransaction(() -> {
            var asking = askings.lock(request);
            return settle(asking, memberIds, Right.before(mistake), true, mistake.details());
        });
    }

    private static void checkCause(StatusRequest request) {
        if (request.cause() != Cause.PERSON) {
            throw new IllegalArgumentException("Only a person corrects a mistake.");
        }
    }

    private ChangeSet settle(
            Asking asking, Collection<Long> memberIds, Right right, boolean keepSkips, Map<String, Object> details) {
        var request = asking.request();
        var standings = members.lock(request.programId(), asking.channel(), memberIds);
        if (standings.size() != memberIds.size()) {
            throw new NoSuchMember();
        }
        var earlier = changeSets.byRequest(request);
        if (earlier.isPresent()) {
            return repeat(asking, standings, earlier.get());
        }
        var set = settlement.settle(asking, decisions.decide(asking, standings, right), keepSkips);
        note(request, set, details);
        return set;
    }

    private ChangeSet repeat(Asking asking, List<Standing> standings, long changeSet) {
        var outcomes = changeSets.outcomes(changeSet, asking.channel());
        return new ChangeSet(
                changeSet,
                standings.stream()
                        .map(standing -> outcomes.get(standing.personId()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** For the audit; what a job does is noted once, when it is started. */
    private void note(StatusRequest request, ChangeSet set, Map<String, Object> details) {
        if (set.id() != null && set.changed() > 0 && request.jobId() == null) {
            var data = new TreeMap<>(details);
            data.put("program", request.programId());
            data.put("changeSet", set.id());
            data.put("members", set.changed());
            events.publishEvent(new AuditApplicationEvent(request.actor().key(), AUDIT, data));
        }
    }
}
