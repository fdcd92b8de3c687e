package rollcall.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.member.Membership;
import rollcall.person.AddressNotes;
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.person.PersonField;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.web.Crumb;

/** Fills in what the pages about one person have in common. */
@Component
class PersonPages {

    private final People people;
    private final List<AddressNotes> notes;
    private final Access access;
    private final MessageSource messages;

    PersonPages(People people, List<AddressNotes> notes, Access access, MessageSource messages) {
        this.people = people;
        this.notes = notes;
        this.access = access;
        this.messages = messages;
    }

    static String addressOf(long personId) {
        return "/people/" + personId;
    }

    void fill(Model model, Person person) {
        model.addAttribute("crumbs", List.of(toPeople()));
        fields(model, person);
    }

    /** For a page that leads back to the person. */
    void fillBehind(Model model, Person person) {
        model.addAttribute("crumbs", List.of(toPeople(), new Crumb(person.label(), addressOf(person.id()))));
        fields(model, person);
    }

    private void fields(Model model, Person person) {
        model.addAttribute("person", person);
        model.addAttribute("fields", PersonField.values());
        model.addAttribute(
                "addressNotes",
                notes.stream().flatMap(room -> room.about(person).stream()).toList());
        model.addAttribute("earlier", people.earlierRecords(person.id()));
    }

    private Crumb toPeople() {
        return new Crumb(text("web.nav.people"), "/people");
    }

    /** A membership through which the asker may edit the person's details; null for none. */
    @Nullable
    Membership editable(Actor who, List<Membership> memberships) {
        return memberships.stream()
                .filter(one -> one.closed() == null && access.may(who, one.programId(), Act.MANAGE))
                .findFirst()
                .orElse(null);
    }

    /** Whether the asker may take away what is kept about the person. */
    boolean managed(Actor who, List<Membership> memberships) {
        return access.mayEverywhere(who, Act.MANAGE)
                || memberships.stream().anyMatch(one -> access.may(who, one.programId(), Act.MANAGE));
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
