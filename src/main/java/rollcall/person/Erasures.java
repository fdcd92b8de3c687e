package rollcall.person;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.person.Belongings.Erasure;
import rollcall.web.Text;

/** Erases people, and remembers of their addresses just enough to notice when one comes back. */
@Service
public class Erasures {

    private final PersonRows rows;
    private final RecordRows records;
    private final ErasedAddresses addresses;
    private final List<Belongings> rooms;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final Clock clock;

    Erasures(
            PersonRows rows,
            RecordRows records,
            ErasedAddresses addresses,
            List<Belongings> rooms,
            ApplicationEventPublisher events,
            MessageSource messages,
            Clock clock) {
        this.messages = messages;
        this.rows = rows;
        this.records = records;
        this.addresses = addresses;
        this.rooms = rooms;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes everything personal out of all rooms. The caller has taken the person out of all programs, in the same
     * transaction.
     *
     * @param word stands wherever somebody had typed a text about the person
     * @throws NoSuchPerson when there is none, or not any more
     */
    @Transactional
    public void erase(long id, String word) {
        if (records.lock(List.of(id)).isEmpty()) {
            throw new NoSuchPerson();
        }
        var all = Stream.concat(rows.byId(id).stream(), rows.mergedInto(id).stream())
                .toList();
        var ids = all.stream().map(Person::id).collect(Collectors.toSet());
        var keys = all.stream().map(one -> Text.folded(one.email())).collect(Collectors.toSet());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rooms.forEach(room -> room.forget(new Erasure(ids, keys, word)));
        records.erase(ids, pseudonym(), Long.toString(id), now);
        addresses.remember(keys, now);
        events.publishEvent(new PeopleChanged(Set.copyOf(ids)));
    }

    /** A name like any other from now on, in the language of whoever erases. */
    private String pseudonym() {
        return messages.getMessage("person.pseudonym", null, LocaleContextHolder.getLocale());
    }

    /** When these addresses were erased, by their keys; those that never were, or came back since, are left out. */
    public Map<String, Instant> erasedAmong(Collection<String> emailKeys) {
        return addresses.among(emailKeys);
    }
}
