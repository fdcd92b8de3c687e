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

    private final Members members;
    private final People people;
    private final Offers offers;
    private final OtherPrograms others;
    private final List<Timeline> timelines;
    private final PersonalLinks links;
    private final PublicUrl publicUrl;
    private final Crumbs crumbs;

    MemberPages(
            Members members,
            People people,
            Offers offers,
            OtherPrograms others,
            List<Timeline> timelines,
            PersonalLinks links,
            PublicUrl publicUrl,
            Crumbs crumbs) {
        this.members = members;
        this.people = people;
        this.offers = offers;
        this.others = others;
        this.timelines = timelines;
        this.links = links;
        this.publicUrl = publicUrl;
        this.crumbs = crumbs;
    }

    /** One thing that happened to a member: a change of the status, or what another room tells. */
    record Happening(Instant at, @Nullable Change change, Timeline.@Nullable Entry entry) {}

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
        model.addAttribute("others", others.of(who, member));
        model.addAttribute("fields", PersonField.values());
    }

    /** The newest first. */
    private List<Happening> timeline(Program program, MemberLine member) {
        var all = new ArrayList<Happening>();
        members.history(program, member.id()).forEach(change -> all.add(new Happening(change.at(), change, null)));
        timelines.forEach(room ->
                room.about(member.id()).forEach(entry -> all.add(new Happening(entry.at(), null, entry))));
        all.sort(Comparator.comparing(Happening::at).reversed()); // stable: changes at one instant keep their order
        return all;
    }
}
