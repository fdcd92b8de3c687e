package rollcall.person;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.person.Belongings.Merge;
import rollcall.web.Text;

/** Makes one person of two records. What was the other record stays as an earlier one, and its address leads on. */
@Service
public class Merges {

    private final PersonRows rows;
    private final RecordRows records;
    private final List<Belongings> rooms;
    private final ApplicationEventPublisher events;

    Merges(PersonRows rows, RecordRows records, List<Belongings> rooms, ApplicationEventPublisher events) {
        this.rows = rows;
        this.records = records;
        this.rooms = rooms;
        this.events = events;
    }

    /**
     * Merges {@code from} into {@code into}, which keeps its id.
     *
     * @param from as the asker saw it, as well as {@code into}
     * @param details what is known of the person from now on; the address is one of the two
     * @throws NoSuchPerson when one of them is gone, erased or merged already
     * @throws StalePerson when somebody else changed one of them since
     */
    @Transactional
    public void merge(Person from, Person into, PersonDetails details) {
        var now = records.lock(List.of(from.id(), into.id()));
        check(from, now);
        check(into, now);
        records.freeKey(from.id());
        rows.update(List.of(into.with(details)));
        var former = records.insertFormer(formerDetails(from, into, details), from.id(), into.id());
        rooms.forEach(room -> room.follow(new Merge(from.id(), into.id(), former)));
        records.lead(from.id(), into.id());
        rows.delete(List.of(from.id()));
        events.publishEvent(new PeopleChanged(List.of(into.id(), former)));
    }

    private static void check(Person seen, Map<Long, Person> now) {
        var current = now.get(seen.id());
        if (current == null) {
            throw new NoSuchPerson();
        }
        if (current.version() != seen.version()) {
            throw new StalePerson(current);
        }
    }

    /** The earlier record keeps what it said, and the address that the person does not. */
    private static PersonDetails formerDetails(Person from, Person into, PersonDetails details) {
        var chosen = Text.folded(details.email());
        if (chosen.equals(Text.folded(into.email()))) {
            return from.details();
        }
        if (!chosen.equals(Text.folded(from.email()))) {
            throw new IllegalArgumentException("The address must be one of the two.");
        }
        return from.details().withEmail(into.email());
    }
}
