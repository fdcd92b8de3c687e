package rollcall.mail;

import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.person.AddressNotes;
import rollcall.person.Person;

/** Says beside somebody's address that they get no mail, or none that advertises. */
@Component
class SuppressionNotes implements AddressNotes {

    private final Suppressions suppressions;

    SuppressionNotes(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @Override
    public List<Note> about(Person person) {
        return suppressions.reasons(person).stream()
                .map(one -> new Note(
                        one.reason() == Suppressed.BOUNCED ? "bad" : "warn", "mail.note." + one.reason(), one.words()))
                .toList();
    }
}
