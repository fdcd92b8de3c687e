package rollcall.desk;

import java.util.Comparator;
import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.member.Cause;
import rollcall.member.Membership;
import rollcall.member.OwnReason;
import rollcall.member.PeopleSeen;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.person.Erasures;
import rollcall.program.Access;
import rollcall.program.Actor;
import rollcall.program.NotAllowed;
import rollcall.program.StatusCode;

/** Erases a person, in all rooms at once. */
@Component
class PersonErasures {

    private final Erasures erasures;
    private final PeopleSeen seen;
    private final StatusChanges changes;
    private final Access access;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;

    PersonErasures(
            Erasures erasures,
            PeopleSeen seen,
            StatusChanges changes,
            Access access,
            Attempts attempts,
            ApplicationEventPublisher events) {
        this.erasures = erasures;
        this.seen = seen;
        this.changes = changes;
        this.access = access;
        this.attempts = attempts;
        this.events = events;
    }

    void requireRight(Actor who) {
        if (!access.administers(who)) {
            throw new NotAllowed();
        }
    }

    /**
     * Takes the person out of all programs, through the one door, so that seats come free and the provider hears of it;
     * then everything personal out of all rooms.
     *
     * @param word stands in place of what was typed elsewhere than in the history
     */
    void erase(Actor who, long personId, String word) {
        requireRight(who);
        attempts.inTransaction(() -> {
            seen.memberships(who, personId).stream()
                    .filter(one -> one.closed() == null)
                    .sorted(Comparator.comparing(Membership::programId)) // the order in which seats are locked
                    .forEach(one -> leave(who, one));
            erasures.erase(personId, word);
            events.publishEvent(new AuditApplicationEvent(who.key(), "ERASURE", Map.of("person", personId)));
            return personId;
        });
    }

    private void leave(Actor who, Membership one) {
        changes.change(
                StatusRequest.of(one.programId(), StatusCode.NOT_IN_PROGRAM, Cause.PERSON, who)
                        .because(OwnReason.ERASED.stored()),
                one.memberId());
    }
}
