package rollcall.approval;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import rollcall.member.LettersToCome;
import rollcall.member.LettersToCome.Letter;
import rollcall.member.MemberLine;
import rollcall.member.Members;
import rollcall.member.Memberships;
import rollcall.member.NoSuchMember;
import rollcall.person.People;
import rollcall.program.Access;
import rollcall.program.Access.Act;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.web.Crumb;

/** Fills in the page on which one person is decided. */
@Component
class DecisionPages {

    private static final int MOST_OTHERS = 20;

    private final Inbox inbox;
    private final Situations situations;
    private final ApprovalSettings settings;
    private final DecisionRows decisions;
    private final Members members;
    private final Memberships memberships;
    private final People people;
    private final Programs programs;
    private final Access access;
    private final Following following;
    private final List<LettersToCome> letters;
    private final MessageSource messages;
    private final Clock clock;

    DecisionPages(
            Inbox inbox,
            Situations situations,
            ApprovalSettings settings,
            DecisionRows decisions,
            Members members,
            Memberships memberships,
            People people,
            Programs programs,
            Access access,
            Following following,
            List<LettersToCome> letters,
            MessageSource messages,
            Clock clock) {
        this.inbox = inbox;
        this.situations = situations;
        this.settings = settings;
        this.decisions = decisions;
        this.members = members;
        this.memberships = memberships;
        this.people = people;
        this.programs = programs;
        this.access = access;
        this.following = following;
        this.letters = letters;
        this.messages = messages;
        this.clock = clock;
    }

    String show(Model model, Actor who, Program program, long memberId, InboxFilter filter) {
        var member = members.require(program, memberId);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", DecisionForm.blank());
        }
        if (!model.containsAttribute("deferral")) {
            model.addAttribute("deferral", new DeferralForm(null, ""));
        }
        model.addAttribute("program", program);
        model.addAttribute("member", member);
        model.addAttribute("filter", filter);
        model.addAttribute("crumbs", List.of(new Crumb(title(), filter.address())));
        about(model, who, program, member);
        model.addAttribute("decisions", decisions.of(memberId, programs.channelOf(program)));
        model.addAttribute("requestId", UUID.randomUUID().toString());
        var waiter = inbox.find(memberId);
        model.addAttribute("waiter", waiter.orElse(null));
        waiter.ifPresent(one -> {
            choices(model, who, program, one);
            model.addAttribute("letters", rejection(program, member));
        });
        var key = waiter.map(InboxKey::of).orElseGet(() -> new InboxKey(member.changedAt(), memberId));
        model.addAttribute("next", inbox.next(inbox.reachOf(who), filter, key).orElse(null));
        return "approval/person";
    }

    private String title() {
        return text("approval.inbox");
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** What they would be written if they were rejected. */
    private List<Letter> rejection(Program program, MemberLine member) {
        var rejected = programs.channelOf(program).status(StatusCode.REJECTED);
        return letters.stream()
                .flatMap(room -> room.of(program, member, rejected, text("approval.mail.reason")).stream())
                .toList();
    }

    private void about(Model model, Actor who, Program program, MemberLine member) {
        model.addAttribute(
                "details",
                people.find(member.personId()).orElseThrow(NoSuchMember::new).details());
        model.addAttribute("manages", access.may(who, program.key(), Act.MANAGE));
        model.addAttribute("answers", members.answers(member.id()));
        model.addAttribute(
                "others",
                memberships.of(who, member.personId()).stream()
                        .filter(one -> one.memberId() != member.id() && !one.merged())
                        .limit(MOST_OTHERS)
                        .toList());
    }

    /** What can be decided, and what would follow from it. */
    private void choices(Model model, Actor who, Program program, Waiter waiter) {
        var now = situations.of(List.of(program.key())).get(program.key());
        model.addAttribute("now", clock.instant());
        model.addAttribute("seats", now);
        model.addAttribute("own", program.fourEyes() && waiter.broughtBy().equals(who.key()));
        model.addAttribute("reasons", settings.reasonsOf(program.key()));
        var alone = List.of(waiter.memberId());
        model.addAttribute("hours", DeferralForm.CHOICES);
        model.addAttribute("ifRejected", following.of(program, StatusCode.REJECTED, alone));
        model.addAttribute(
                "ifApproved",
                now == null || now.approval() == null ? List.of() : following.of(program, now.approval(), alone));
    }
}
