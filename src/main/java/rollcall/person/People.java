package rollcall.person;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to people. */
@Service
public class People {

    private final PersonRows rows;
    private final RecordRows records;
    private final ErasedAddresses erased;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(PersonRows rows, RecordRows records, ErasedAddresses erased, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.records = records;
        this.erased = erased;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Person> find(long id) {
        return rows.byId(id);
    }

    /** These people by their ids; ids that nobody has are left out. A thousand at a time at most. */
    public Map<Long, Person> byIds(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : rows.byIds(ids);
    }

    /** The records that were merged into this person, the latest first. */
    public List<Person> earlierRecords(long id) {
        return rows.mergedInto(id);
    }

    /** The person that the record with this id became part of; nothing for all others. */
    public Optional<Long> successorOf(long id) {
        return rows.successorOf(id);
    }

    public Optional<Person> byEmail(String email) {
        return EmailAddress.parse(email)
                .flatMap(address ->
                        rows.byKeys(List.of(address.key())).values().stream().findFirst());
    }

    /** The people who are known under these addresses, by the key of the address; addresses nobody has are left out. */
    public Map<String, Person> byEmailKeys(Collection<String> keys) {
        return keys.isEmpty() ? Map.of() : rows.byKeys(keys);
    }

    /**
     * Makes sure that all of these are known, and answers their ids in the order they came in. The same address twice
     * is one person, and so are the address and an earlier one of somebody who was merged. Takes part in the caller's transaction; two callers who bring the same newcomer at the same instant
     * make the later one fail with a {@link DuplicateKeyException}, and repeating it helps.
     *
     * @param details without {@link PersonDetails#problems problems}; a thousand at a time at most
     */
    @Transactional
    public List<Long> bring(List<PersonDetails> details, Known known) {
        var byKey = new LinkedHashMap<String, PersonDetails>();
        for (var one : details) {
            byKey.merge(keyOf(one), one.tidied(), PersonDetails::filledFrom);
        }
        var there = rows.byKeys(byKey.keySet());
        insertMissing(byKey, there);
        update(byKey, there, known);
        var ids = new HashMap<String, Long>();
        rows.byKeys(byKey.keySet()).forEach((key, person) -> ids.put(key, person.id()));
        return details.stream().map(one -> ids.get(keyOf(one))).toList();
    }

    private void insertMissing(Map<String, PersonDetails> byKey, Map<String, Person> there) {
        var missing = new LinkedHashMap<>(byKey);
        missing.keySet().removeAll(there.keySet());
        rows.insert(missing.values(), clock.instant());
        erased.forget(missing.keySet());
    }

    private void update(Map<String, PersonDetails> byKey, Map<String, Person> there, Known known) {
        var changed = new LinkedHashMap<Long, Person>();
        byKey.forEach((key, brought) -> {
            var person = there.get(key);
            if (person == null) {
                return;
            }
            var sofar = changed.getOrDefault(person.id(), person); // two addresses may lead to one person
            var now = known.combine(sofar.details(), brought);
            if (!now.equals(sofar.details())) {
                changed.put(person.id(), sofar.with(now));
            }
        });
        store(List.copyOf(changed.values()));
    }

    /**
     * Stores what somebody typed about a person.
     *
     * @param version as the typist saw it
     * @throws NoSuchPerson when there is none, or not any more
     * @throws StalePerson when somebody else changed the person since
     * @throws EmailTaken when the new address belongs to another person
     */
    @Transactional
    public void edit(long id, int version, PersonDetails details) {
        var current = rows.byId(id).filter(person -> !person.erased()).orElseThrow(NoSuchPerson::new);
        if (current.version() != version) {
            throw new StalePerson(current);
        }
        try {
            store(List.of(current.with(details.tidied())));
            erased.forget(List.of(keyOf(details)));
        } catch (DuplicateKeyException taken) {
            throw new EmailTaken();
        }
    }

    private void store(List<Person> changed) {
        if (changed.isEmpty()) {
            return;
        }
        rows.update(changed);
        events.publishEvent(new PeopleChanged(changed.stream().map(Person::id).toList()));
    }

    /**
     * Keeps these people from being merged or erased until the transaction ends. Whoever brings people into a program
     * holds them first, so that nobody comes in who is gone.
     *
     * @return those who were merged or erased before
     * @throws org.springframework.dao.OptimisticLockingFailureException when one of them is not there any more;
     *     repeating the whole helps
     */
    @Transactional
    public Set<Long> hold(Collection<Long> ids) {
        return ids.isEmpty() ? Set.of() : records.hold(ids);
    }

    /** Takes people out of the database for good. The caller knows that they are in no program. */
    @Transactional
    public void forget(Collection<Long> ids) {
        rows.delete(ids);
    }

    private static String keyOf(PersonDetails details) {
        return EmailAddress.parse(details.email())
                .orElseThrow(() -> new IllegalArgumentException("Details without an e-mail address were not checked."))
                .key();
    }
}
