package rollcall.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.person.EmailAddress;
import rollcall.person.Person;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.NotAllowed;
import rollcall.web.Text;

/** The list of addresses that get no mail: what people ask for themselves, and what administrators say. */
@Service
class Suppressions {

    private final SuppressionRows rows;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Suppressions(SuppressionRows rows, Access access, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    void requireReader(Actor who) {
        if (!access.mayEverywhere(who, Act.MANAGE)) {
            throw new NotAllowed();
        }
    }

    boolean mayChange(Actor who) {
        return access.administers(who);
    }

    /** @return false when it is on the list for that reason already */
    @Transactional
    boolean block(Actor who, EmailAddress address, String words) {
        requireRight(who);
        var added = rows.add(
                new Suppression(0, address.key(), Suppressed.BLOCKED, address.address(), null, words, 0, who, now()));
        if (added) {
            note(who, "SUPPRESSION_ADDED", Suppressed.BLOCKED, null);
        }
        return added;
    }

    /** What was taken from the list; nothing when it was not there any more. */
    @Transactional
    Optional<Suppression> remove(Actor who, long id) {
        requireRight(who);
        var found = rows.find(id).filter(one -> rows.remove(one.id()));
        found.ifPresent(one -> note(who, "SUPPRESSION_REMOVED", one.reason(), one.personId()));
        return found;
    }

    void requireRight(Actor who) {
        if (!mayChange(who)) {
            throw new NotAllowed();
        }
    }

    boolean unsubscribed(Person person) {
        return reasons(person).stream().anyMatch(one -> one.reason() == Suppressed.UNSUBSCRIBED);
    }

    /** Why this person gets no mail, or none that advertises: by the address they have now, or asked for under another. */
    List<Suppression> reasons(Person person) {
        var byReason = new HashMap<Suppressed, Suppression>();
        rows.ofPeople(List.of(person.id())).forEach(one -> byReason.put(one.reason(), one));
        rows.of(Text.folded(person.email())).forEach(one -> byReason.put(one.reason(), one));
        return byReason.values().stream()
                .sorted((a, b) -> a.reason().compareTo(b.reason()))
                .toList();
    }

    /** Asking again changes nothing. */
    @Transactional
    void unsubscribe(Person person) {
        var one = new Suppression(
                0,
                Text.folded(person.email()),
                Suppressed.UNSUBSCRIBED,
                person.email(),
                person.id(),
                "",
                0,
                self(person),
                now());
        if (rows.add(one)) {
            note(one.by(), "UNSUBSCRIBED", null, person.id());
        }
    }

    @Transactional
    void subscribeAgain(Person person) {
        if (rows.subscribe(person.id(), Text.folded(person.email())) > 0) {
            note(self(person), "SUBSCRIBED_AGAIN", null, person.id());
        }
    }

    /** Whoever has the link; no account. */
    private static Actor self(Person person) {
        return new Actor("person:" + person.id(), "");
    }

    private void note(Actor who, String kind, @Nullable Suppressed reason, @Nullable Long person) {
        var details = new HashMap<String, Object>();
        if (reason != null) {
            details.put("reason", reason.name());
        }
        if (person != null) {
            details.put("person", person);
        }
        events.publishEvent(new AuditApplicationEvent(who.key(), kind, Map.copyOf(details)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
