package rollcall.member;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.person.AddressNotes;
import rollcall.person.People;
import rollcall.person.PersonField;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.web.PublicUrl;

/** Fills in the page of one member. */
@Component
class MemberPages {

    private static final int MOST_OTHERS = 50;

    private final Members members;
    private final People people;
    private final Offers offers;
    private final Memberships memberships;
    private final PersonHistory history;
    private final PersonalLinks links;
    private final PublicUrl publicUrl;
    private final List<AddressNotes> notes;
    private final List<Explanations> explanations;
    private final Crumbs crumbs;

    MemberPages(
            Members members,
            People people,
            Offers offers,
            Memberships memberships,
            PersonHistory history,
            PersonalLinks links,
            PublicUrl publicUrl,
            List<AddressNotes> notes,
            List<Explanations> explanations,
            Crumbs crumbs) {
        this.members = members;
        this.people = people;
        this.offers = offers;
        this.memberships = memberships;
        this.history = history;
        this.links = links;
        this.publicUrl = publicUrl;
        this.notes = notes;
        this.explanations = explanations;
        this.crumbs = crumbs;
    }

    String addressOf(long programId, long memberId) {
        return "/programs/%d/members/%d".formatted(programId, memberId);
    }

    void fill(Model model, Actor who, Program program, MemberLine member) {
        var rights = offers.rights(who, program);
        var all = memberships.of(who, member.personId());
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", StatusChangeForm.blank("", null));
        }
        model.addAttribute("crumbs", crumbs.toMembers(program));
        model.addAttribute("program", program);
        model.addAttribute("member", member);
        model.addAttribute("rights", rights);
        model.addAttribute("who", who);
        var person = people.find(member.personId()).orElseThrow(NoSuchMember::new);
        model.addAttribute("person", person);
        model.addAttribute(
                "addressNotes",
                notes.stream().flatMap(room -> room.about(person).stream()).toList());
        model.addAttribute(
                "choices", rights.approve() && member.closed() == null ? offers.to(who, program, member) : null);
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute("timeline", history.of(here(all, program)));
        model.addAttribute(
                "personalLink", member.delivery() == Delivery.ACCEPTED ? publicUrl.link(links.of(member.id())) : null);
        model.addAttribute(
                "explanations",
                explanations.stream()
                        .flatMap(room -> room.of(program, member).stream())
                        .toList());
        model.addAttribute("answers", members.answers(member.id()));
        model.addAttribute("others", others(all, member));
        model.addAttribute("fields", PersonField.values());
    }

    /** With the one that was set aside, where two records of the person were merged. */
    private static List<Membership> here(List<Membership> all, Program program) {
        return all.stream().filter(one -> one.programId() == program.key()).toList();
    }

    private static List<Membership> others(List<Membership> all, MemberLine member) {
        return all.stream()
                .filter(one -> one.memberId() != member.id() && !one.merged())
                .limit(MOST_OTHERS)
                .toList();
    }
}
