package rollcall.registration;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import rollcall.member.BroughtAlong;
import rollcall.member.StatusLinks.Holder;
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.person.PersonDetails;
import rollcall.registration.Revisions.Revision;

/** What members say of themselves. Whoever holds the link is the person, so that it counts at once. */
@Service
class OwnData {

    private final People people;
    private final BroughtAlong brought;
    private final Answers answers;
    private final Revisions revisions;
    private final Notes notes;

    OwnData(People people, BroughtAlong brought, Answers answers, Revisions revisions, Notes notes) {
        this.people = people;
        this.brought = brought;
        this.answers = answers;
        this.revisions = revisions;
        this.notes = notes;
    }

    /** The form with what is stored; the address, by which people are known, is not among it. */
    Filled stored(Form form, Holder holder, Person person) {
        var given = brought.of(List.of(holder.memberId())).get(holder.memberId());
        var known = given == null ? Map.<String, String>of() : given.answers();
        var typed = new HashMap<String, List<String>>();
        for (var field : form.without(FieldKind.EMAIL).fields()) {
            var about = field.kind().person();
            var text = about == null ? known.getOrDefault(field.name(), "") : about.of(person.details());
            if (!text.isEmpty()) {
                typed.put(
                        field.key(),
                        field.kind() == FieldKind.SEVERAL ? Arrays.asList(text.split(Filled.BETWEEN)) : List.of(text));
            }
        }
        return form.without(FieldKind.EMAIL).with(typed);
    }

    /** What was sent about somebody, as far as the form still asks for it and it can be stored. */
    Filled sent(Form form, Revision revision) {
        var asked = form.fields().stream()
                .filter(field -> revision.typed().containsKey(field.key()))
                .map(field -> field.saying(revision.wordings().getOrDefault(field.key(), "")))
                .toList();
        var sent = new LinkedMultiValueMap<String, String>();
        for (var field : asked) {
            var typed = revision.typed().getOrDefault(field.key(), List.of());
            typed.forEach(text -> sent.addAll(
                    field.key(), field.kind() == FieldKind.SEVERAL ? Arrays.asList(text.split("\n")) : List.of(text)));
        }
        return storable(new Form(asked).read(sent));
    }

    private static Filled storable(Filled read) {
        var wrong = read.errors().stream().map(Filled.Problem::field).toList();
        var right = read.form().fields().stream()
                .filter(field -> !wrong.contains(field))
                .toList();
        return new Form(right).with(read.typed());
    }

    /**
     * Stores what a member corrected.
     *
     * @param version of the person as the member saw it
     * @throws rollcall.person.StalePerson when somebody else changed the person since
     */
    @Transactional
    void correct(Holder holder, int version, Filled filled) {
        store(holder, version, filled);
        notes.add(holder.memberId(), Deed.CORRECTED);
    }

    private void store(Holder holder, int version, Filled filled) {
        answers.keep(holder.memberId(), filled);
        var person = people.find(holder.personId()).orElseThrow();
        var details = changed(person.details(), filled);
        if (!details.equals(person.details())) {
            people.edit(person.id(), version, details);
        }
    }

    private static PersonDetails changed(PersonDetails stored, Filled filled) {
        return PersonDetails.of(field -> filled.form().field(field.fieldName()).isPresent()
                ? filled.typed(field.fieldName())
                : field.of(stored));
    }

    /** Stores what was sent, unless something else was sent since; false when it is not there any more. */
    @Transactional
    boolean confirm(Form form, Holder holder, long revisionId) {
        var revision = revisions.of(holder.memberId()).filter(one -> one.id() == revisionId);
        revision.ifPresent(one -> {
            var person = people.find(holder.personId()).orElseThrow();
            store(holder, person.version(), sent(form, one));
            settle(holder, Deed.CONFIRMED);
        });
        return revision.isPresent();
    }

    /** As {@link #confirm}, but what was sent is forgotten. */
    @Transactional
    boolean discard(Holder holder, long revisionId) {
        var revision = revisions.of(holder.memberId()).filter(one -> one.id() == revisionId);
        revision.ifPresent(one -> settle(holder, Deed.DISCARDED));
        return revision.isPresent();
    }

    private void settle(Holder holder, Deed deed) {
        revisions.drop(holder.memberId());
        notes.add(holder.memberId(), deed);
    }
}
