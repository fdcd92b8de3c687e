package rollcall.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
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
    private final List<Timeline> timelines;
    private final PersonalLinks links;
    private final PublicUrl publicUrl;
    private final Crumbs crumbs;

    MemberPages(
            Members members,
            People people,
            Offers offers,
            Memberships memberships,
            List<Timeline> timelines,
            PersonalLinks links,
            PublicUrl publicUrl,
            Crumbs crumbs) {
        this.members = members;
        this.people = people;
        this.offers = offers;
        this.memberships = memberships;
        this.timelines = timelines;
        this.links = links;
        this.publicUrl = publicUrl;
        this.crumbs = crumbs;
    }

    /** One thing that happened to a member: a change of the status, or what another room tells. */
    record Line(Instant at, @Nullable Change change, Timeline.@Nullable Entry entry) {}

    String addressOf(long programId, long memberId) {
        return "/programs/%d/members/%d".formatted(programId, memberId);
    }

    void fill(Model model, Actor who, Program program, MemberLine member) {
        var rights = offers.rights(who, program);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", StatusChangeForm.blank("", null));
        }
        model.addAttribute("crumbs", crumbs.toMembers(program));
        model.addAttribute("program", program);
        model.addAttribute("member", member);
        model.addAttribute("rights", rights);
        model.addAttribute("who", who);
        model.addAttribute("person", people.find(member.personId()).orElseThrow(NoSuchMember::new));
        model.addAttribute("choices", rights.approve() ? offers.to(who, program, member) : null);
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute("timeline", timeline(program, member));
        model.addAttribute(
                "personalLink", member.delivery() == Delivery.ACCEPTED ? publicUrl.link(links.of(member.id())) : null);
        model.addAttribute("answers", members.answers(member.id()));
        model.addAttribute("others", others(who, member));
        model.addAttribute("fields", PersonField.values());
    }

    private List<Membership> others(Actor who, MemberLine member) {
        return memberships.of(who, member.personId()).stream()
                .filter(one -> one.memberId() != member.id() && !one.merged())
                .limit(MOST_OTHERS)
                .toList();
    }

    /** The newest first. */
    private List<Line> timeline(Program program, MemberLine member) {
        var all = new ArrayList<Line>();
        members.history(program, member.id()).forEach(change -> all.add(new Line(change.at(), change, null)));
        timelines.forEach(room -> room.about(member.id()).forEach(entry -> all.add(new Line(entry.at(), null, entry))));
        all.sort(Comparator.comparing(Line::at).reversed()); // stable: changes at one instant keep their order
        return all;
    }
}
