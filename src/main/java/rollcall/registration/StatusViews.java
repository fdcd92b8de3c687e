package rollcall.registration;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.member.Delivery;
import rollcall.member.MemberLine;
import rollcall.member.Members;
import rollcall.member.OfferLinks;
import rollcall.member.OwnCalendar;
import rollcall.member.PersonalLinks;
import rollcall.member.Seating;
import rollcall.member.StatusLinks.Holder;
import rollcall.person.People;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.program.StatusNames;
import rollcall.registration.StatusView.Line;
import rollcall.registration.StatusView.Sent;

/** Reads where a member stands. What others noted about them is theirs, and is not told. */
@Component
class StatusViews {

    private static final Set<StatusCode> EXPLAINED = EnumSet.of(StatusCode.REJECTED, StatusCode.REGISTRATION_ERROR);

    /** Those who still await something; after the end they are told that it is too late. */
    private static final Set<StatusCode> AWAITING =
            EnumSet.of(StatusCode.INVITED, StatusCode.PENDING_APPROVAL, StatusCode.WAITLISTED, StatusCode.REGISTERED);

    private static final Set<StatusCode> SETTLED = EnumSet.of(
            StatusCode.NOT_IN_PROGRAM,
            StatusCode.REJECTED,
            StatusCode.NO_SHOW,
            StatusCode.ATTENDED_ON_DEMAND,
            StatusCode.ATTENDED);

    private final Programs programs;
    private final Members members;
    private final People people;
    private final Seating seating;
    private final OfferLinks offers;
    private final PersonalLinks personal;
    private final List<OwnCalendar> calendars;
    private final OpenPages pages;
    private final Forms forms;
    private final OwnData own;
    private final Revisions revisions;
    private final Notes notes;
    private final StatusNames names;
    private final Clock clock;

    StatusViews(
            Programs programs,
            Members members,
            People people,
            Seating seating,
            OfferLinks offers,
            PersonalLinks personal,
            List<OwnCalendar> calendars,
            OpenPages pages,
            Forms forms,
            OwnData own,
            Revisions revisions,
            Notes notes,
            StatusNames names,
            Clock clock) {
        this.programs = programs;
        this.members = members;
        this.people = people;
        this.seating = seating;
        this.offers = offers;
        this.personal = personal;
        this.calendars = calendars;
        this.pages = pages;
        this.forms = forms;
        this.own = own;
        this.revisions = revisions;
        this.notes = notes;
        this.names = names;
        this.clock = clock;
    }

    StatusView of(Holder holder) {
        var program = programs.get(holder.programId());
        var member = members.require(program, holder.memberId());
        var code = StatusCode.of(member.status().key()).orElse(null);
        var over = program.endedBy(clock.instant());
        var offer = over ? null : offers.of(member.id());
        return new StatusView(
                program,
                state(member, code, over, offer != null),
                names.of(member.status()),
                code != null && EXPLAINED.contains(code) ? member.statusReason() : "",
                over ? OptionalLong.empty() : seating.placeOf(program.key(), member.id()),
                offer,
                offer == null ? null : member.offerUntil(),
                join(member, code, over),
                over || settled(code) ? null : calendar(member.id()),
                outside(code) ? pages.pathOf(program).orElse(null) : null,
                !over && !settled(code),
                revision(holder, program));
    }

    private String state(MemberLine member, @Nullable StatusCode code, boolean over, boolean offered) {
        if (code == null) {
            return "OTHER";
        }
        if (over && AWAITING.contains(code)) {
            return code + "_OVER";
        }
        return switch (code) {
            case NOT_IN_PROGRAM -> cancelled(member) ? "CANCELLED" : code.name();
            case WAITLISTED -> offered ? "OFFERED" : code.name();
            case REGISTERED -> member.delivery().open() ? "REGISTERED_SOON" : code.name();
            default -> code.name();
        };
    }

    private boolean cancelled(MemberLine member) {
        return notes.last(member.id()).filter(deed -> deed == Deed.CANCELLED).isPresent();
    }

    private @Nullable String join(MemberLine member, @Nullable StatusCode code, boolean over) {
        return code == StatusCode.REGISTERED && !over && member.delivery() == Delivery.ACCEPTED
                ? personal.of(member.id())
                : null;
    }

    private static boolean settled(@Nullable StatusCode code) {
        return code != null && SETTLED.contains(code);
    }

    private static boolean outside(@Nullable StatusCode code) {
        return code == StatusCode.INVITED || code == StatusCode.NOT_IN_PROGRAM;
    }

    private @Nullable String calendar(long memberId) {
        return calendars.stream()
                .flatMap(room -> room.pathOf(memberId).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Sent revision(Holder holder, Program program) {
        return revisions
                .of(holder.memberId())
                .map(one -> {
                    var form = forms.of(program);
                    var stored = own.stored(
                            form, holder, people.find(holder.personId()).orElseThrow());
                    var sent = own.sent(form, one);
                    return new Sent(one.id(), one.sentAt(), lines(stored, sent));
                })
                .orElse(null);
    }

    private static List<Line> lines(Filled stored, Filled sent) {
        return sent.form().fields().stream()
                .map(field -> new Line(field, stored.answer(field), sent.answer(field)))
                .toList();
    }
}
