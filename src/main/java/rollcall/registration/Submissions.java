package rollcall.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.member.Cause;
import rollcall.member.Members;
import rollcall.member.Newcomer;
import rollcall.member.Registrations;
import rollcall.member.SeatsNow;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.person.EmailAddress;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.Person;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;
import rollcall.registration.FirstStatus.Answer;
import rollcall.registration.FirstStatus.Full;
import rollcall.registration.FirstStatus.Give;
import rollcall.registration.FirstStatus.Rule;
import rollcall.registration.FirstStatus.Situation;
import rollcall.registration.FirstStatus.Stay;
import rollcall.registration.SubmissionRows.Standing;

/**
 * Takes a form that was filled out: looks under the lock of the seats, decides, and asks the one door. Whoever sends it
 * learns the same, whether the address was known or not; where somebody stands is told by mail.
 */
@Component
class Submissions {

    /** Nobody who signs in: who registers by the page brings themselves. */
    private static final Actor PAGE = new Actor("registration", "Registration page");

    private final Programs programs;
    private final PublicSeats seats;
    private final People people;
    private final StatusChanges changes;
    private final Members members;
    private final Registrations registrations;
    private final Answers answers;
    private final Revisions revisions;
    private final SubmissionRows rows;
    private final RuleWords words;
    private final Attempts attempts;
    private final Clock clock;

    Submissions(
            Programs programs,
            PublicSeats seats,
            People people,
            StatusChanges changes,
            Members members,
            Registrations registrations,
            Answers answers,
            Revisions revisions,
            SubmissionRows rows,
            RuleWords words,
            Attempts attempts,
            Clock clock) {
        this.programs = programs;
        this.seats = seats;
        this.people = people;
        this.changes = changes;
        this.members = members;
        this.registrations = registrations;
        this.answers = answers;
        this.revisions = revisions;
        this.rows = rows;
        this.words = words;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** @return how the page stood when the form was looked at: for everybody alike, whoever sent it */
    PageState receive(RegistrationPage page, Submission form) {
        return attempts.inTransaction(() -> {
            var program = programs.get(page.programId());
            var now = seats.lock(program);
            var state = PageState.of(page, program, now, clock.instant());
            if (state.listens() && !repeated(program, form)) {
                settle(program, page, now, form);
            }
            return state;
        });
    }

    private boolean repeated(Program program, Submission form) {
        return form.requestId() != null && rows.received(program.key(), form.requestId());
    }

    private void settle(Program program, RegistrationPage page, SeatsNow now, Submission form) {
        var known = people.byEmail(form.filled().email());
        var standing = known.flatMap(person -> rows.hold(program.key(), person.id()));
        switch (decide(program, page, now, form, standing.orElse(null))) {
            case Give give -> give(program, form, known, standing, give);
            case Stay stay -> standing.ifPresent(there -> again(program, form, known, there));
            case Full full -> standing.ifPresent(there -> again(program, form, known, there));
        }
    }

    private Answer decide(
            Program program, RegistrationPage page, SeatsNow now, Submission form, @Nullable Standing there) {
        var at = there == null ? null : code(program, there.status());
        if (there != null && at == null) {
            return new Stay(StatusCode.REGISTERED); // a status of the channel's own, which nothing here changes
        }
        var address = EmailAddress.parse(form.filled().email()).orElseThrow();
        return FirstStatus.of(at, page.rules().of(address, at), Situation.of(program, now));
    }

    /** What a status counts as: one of the channel's own, before any decision and without a seat, as Invited. */
    private @Nullable StatusCode code(Program program, String key) {
        var channel = programs.channelOf(program);
        var status = channel.status(key);
        var early = !status.holdsSeat()
                && status.step() < channel.status(StatusCode.PENDING_APPROVAL).step();
        return StatusCode.of(key).orElse(early ? StatusCode.INVITED : null);
    }

    private void give(
            Program program, Submission form, Optional<Person> known, Optional<Standing> standing, Give give) {
        var person = people.bring(List.of(form.person()), Known.LEAVE).getFirst();
        var request = StatusRequest.of(program.key(), give.to(), Cause.REGISTRATION, PAGE)
                .because(
                        give.to() == StatusCode.REJECTED
                                ? words.reason(give.by(), form.filled().email())
                                : "");
        var outcome =
                changes.join(request, List.of(Newcomer.of(person))).outcomes().getFirst();
        var member = outcome.memberId();
        if (member == null) {
            return; // the waitlist takes nobody any more, or the person is gone
        }
        keep(member, form, known, standing.map(Standing::answered).orElse(false));
        tell(program, member, form, outcome.written() ? give.to() : null, outcome.written() ? give.by() : Rule.NONE);
    }

    /** Nothing changes but that they hear where they stand; what they sent waits for their confirmation. */
    private void again(Program program, Submission form, Optional<Person> known, Standing there) {
        keep(there.memberId(), form, known, there.answered());
        tell(program, there.memberId(), form, null, Rule.NONE);
    }

    /** What is known already may have been sent by somebody else now, and is not written over. */
    private void keep(long memberId, Submission form, Optional<Person> known, boolean answered) {
        if (!answered) {
            answers.keep(memberId, form.filled());
        }
        if (answered && !said(memberId, form)
                || known.filter(person -> tellsOtherwise(person, form)).isPresent()) {
            revisions.keep(memberId, form.filled());
        }
    }

    private boolean said(long memberId, Submission form) {
        return members.answers(memberId)
                .entrySet()
                .containsAll(form.filled().answers().entrySet());
    }

    private static boolean tellsOtherwise(Person person, Submission form) {
        var sofar = person.details();
        return !sofar.overwrittenBy(form.filled().person().tidied()).equals(sofar);
    }

    private void tell(Program program, long memberId, Submission form, @Nullable StatusCode status, Rule rule) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.insert(program.key(), memberId, form.requestId(), status, rule, now);
        registrations.filledOut(program.key(), memberId, opened(form, now), now, status == null);
    }

    private static Instant opened(Submission form, Instant now) {
        return form.opened() == null ? now : form.opened();
    }
}
