package rollcall.desk;

import java.util.Map;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.member.Cause;
import rollcall.member.Overlaps;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.person.Merges;
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.person.PersonDetails;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.NotAllowed;
import rollcall.program.StatusCode;

/** Makes one person of two records, in all rooms at once. */
@Component
class PersonMerges {

    private final Merges merges;
    private final Overlaps overlaps;
    private final StatusChanges changes;
    private final People people;
    private final Access access;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;

    PersonMerges(
            Merges merges,
            Overlaps overlaps,
            StatusChanges changes,
            People people,
            Access access,
            Attempts attempts,
            ApplicationEventPublisher events) {
        this.merges = merges;
        this.overlaps = overlaps;
        this.changes = changes;
        this.people = people;
        this.access = access;
        this.attempts = attempts;
        this.events = events;
    }

    /** It touches all programs, also those that a manager of some does not see. */
    void requireRight(Actor who) {
        if (!access.mayEverywhere(who, Act.MANAGE)) {
            throw new NotAllowed();
        }
    }

    /**
     * Merges {@code from} into {@code into}. Where both are in one program, the membership that is not kept leaves it
     * first, through the one door, so that its seat comes free and the provider hears of it.
     *
     * @param why stands in the history of what was set aside
     */
    void merge(Actor who, Person from, Person into, PersonDetails details, String why) {
        requireRight(who);
        attempts.inTransaction(() -> {
            for (var overlap : overlaps.of(from.id(), into.id())) {
                var aside = overlap.aside();
                changes.change(
                        StatusRequest.of(aside.programId(), StatusCode.NOT_IN_PROGRAM, Cause.PERSON, who)
                                .because(why),
                        aside.memberId());
            }
            merges.merge(from, into, details);
            events.publishEvent(
                    new AuditApplicationEvent(who.key(), "MERGE", Map.of("person", into.id(), "merged", from.id())));
            return into;
        });
    }

    /** Whether that record became part of that person before, so that a second click has nothing left to do. */
    boolean done(long from, long into) {
        return people.successorOf(from).filter(person -> person == into).isPresent();
    }
}
