package rollcall.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rollcall.job.Attempts;
import rollcall.member.Cause;
import rollcall.member.Delivery;
import rollcall.member.MemberLine;
import rollcall.member.Members;
import rollcall.member.Newcomer;
import rollcall.member.Registrations;
import rollcall.member.Registrations.Attendance;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.person.Erasures;
import rollcall.person.Known;
import rollcall.person.People;
import rollcall.person.PersonDetails;
import rollcall.program.Actor;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;
import rollcall.program.Program;
import rollcall.program.StatusCode;
import rollcall.provider.UnmatchedAttendee.State;
import rollcall.web.Text;

/**
 * What a person decides about people who attended, or are registered at the provider, and whom the program does not know. Each decision is remembered:
 * the next refresh brings to a matched member what it reads of them, and leaves those alone who were dismissed.
 */
@Service
class Unmatched {

    private final UnmatchedRows rows;
    private final Members members;
    private final StatusChanges changes;
    private final Registrations registrations;
    private final People people;
    private final Erasures erasures;
    private final Attempts attempts;
    private final Clock clock;

    Unmatched(
            UnmatchedRows rows,
            Members members,
            StatusChanges changes,
            Registrations registrations,
            People people,
            Erasures erasures,
            Attempts attempts,
            Clock clock) {
        this.rows = rows;
        this.members = members;
        this.changes = changes;
        this.registrations = registrations;
        this.people = people;
        this.erasures = erasures;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** @throws NoSuchAttendee when the program has none with that id */
    UnmatchedAttendee require(Program program, long id) {
        return rows.find(program.key(), id, false).orElseThrow(NoSuchAttendee::new);
    }

    /** What a decision came to. */
    enum Answer {
        SETTLED,
        /** Somebody else had decided before; nothing was changed. */
        BEFORE,
        /** Nothing is written of that member any more, who was erased or merged: it still waits for a decision. */
        CLOSED
    }

    /** Says that it is this member, who gets the status and the minutes. */
    Answer match(Actor who, Program program, long id, long memberId) {
        return attempts.inTransaction(() -> {
            var one = lock(program, id);
            var member = members.require(program, memberId);
            return one.open()
                    ? settle(who, program, one, member.personId(), member.email(), State.MATCHED, member)
                    : Answer.BEFORE;
        });
    }

    /**
     * Brings them in as a new member, or as the member they are under that address.
     *
     * @param details without problems
     */
    Answer add(Actor who, Program program, long id, PersonDetails details) {
        return attempts.inTransaction(() -> {
            var one = lock(program, id);
            if (!one.open()) {
                return Answer.BEFORE;
            }
            var person = people.bring(List.of(details), Known.FILL_BLANKS).getFirst();
            var there = members.memberOf(program.key(), person).map(member -> members.require(program, member));
            return settle(who, program, one, person, details.email(), State.ADDED, there.orElse(null));
        });
    }

    /**
     * Brings those in as Registered who are only registered there, as the provider calls them. Answers how many; those who
     * attended, have no address, or had it erased here, are left for somebody to look at.
     */
    int addRegistered(Actor who, Program program, Collection<Long> ids) {
        return (int) ids.stream()
                .distinct()
                .flatMap(id -> rows.find(program.key(), id, false).stream())
                .filter(this::plain)
                .filter(one -> add(who, program, one.id(), UnmatchedForm.of(one).details()) == Answer.SETTLED)
                .count();
    }

    private boolean plain(UnmatchedAttendee one) {
        var details = UnmatchedForm.of(one).details();
        return !one.attended()
                && details.problems().isEmpty()
                && erasures.erasedAmong(List.of(Text.folded(details.email()))).isEmpty();
    }

    private UnmatchedAttendee lock(Program program, long id) {
        return rows.find(program.key(), id, true).orElseThrow(NoSuchAttendee::new);
    }

    /** @param email of the person whom they are said to be: what else waits under it is theirs as well */
    private Answer settle(
            Actor who,
            Program program,
            UnmatchedAttendee shown,
            long person,
            String email,
            State state,
            @Nullable MemberLine known) {
        var others = rows.alike(shown, List.of(shown.email(), email));
        var one = others.stream().reduce(shown, UnmatchedAttendee::and);
        var request = StatusRequest.of(program.key(), status(one), Cause.PROVIDER, who);
        var newcomer =
                new Newcomer(person, null, reason(one), since(one, program), registrantId(one, known), null, Map.of());
        var outcome = changes.join(request, List.of(newcomer)).outcomes().getFirst();
        if (outcome.move() instanceof Skip skip && skip.reason() == Reason.CLOSED) {
            return Answer.CLOSED;
        }
        var member = Objects.requireNonNull(outcome.memberId());
        if (one.attended()) {
            registrations.attended(program.key(), List.of(minutes(one, member, known)));
        }
        Stream.concat(Stream.of(shown), others.stream())
                .forEach(row -> rows.settle(row.id(), state, member, who, now()));
        return Answer.SETTLED;
    }

    /** What they are there is so whatever anybody thinks: nothing is sent to the provider, and no seat can be refused. */
    private static StatusCode status(UnmatchedAttendee one) {
        if (one.liveSeconds() != null) {
            return StatusCode.ATTENDED;
        }
        return one.onDemandSeconds() != null ? StatusCode.ATTENDED_ON_DEMAND : StatusCode.REGISTERED;
    }

    /** Whoever is only registered is so from now on: nobody is absent who was not known before the end. */
    private static @Nullable Instant since(UnmatchedAttendee one, Program program) {
        return one.liveSeconds() != null
                ? Objects.requireNonNullElse(one.cameAt(), program.startsAt())
                : one.watchedAt();
    }

    /** A member who is registered there under another id as well keeps that one. */
    private static @Nullable String registrantId(UnmatchedAttendee one, @Nullable MemberLine known) {
        var there = known != null && known.delivery() == Delivery.ACCEPTED;
        return there ? null : one.registrantId();
    }

    private static String reason(UnmatchedAttendee one) {
        var minutes = one.liveMinutes() == null ? one.onDemandMinutes() : one.liveMinutes();
        return minutes == null || minutes == 0 ? "" : minutes + " min";
    }

    /** What was reported of the member under another name counts as well. */
    private static Attendance minutes(UnmatchedAttendee one, long member, @Nullable MemberLine known) {
        return new Attendance(
                member,
                sum(one.liveMinutes(), known == null ? null : known.liveMinutes()),
                sum(one.onDemandMinutes(), known == null ? null : known.onDemandMinutes()));
    }

    private static @Nullable Integer sum(@Nullable Integer more, @Nullable Integer there) {
        return more == null || there == null ? more : Integer.valueOf(more + there);
    }

    /** Leaves them out for good, unless somebody brings them back. Answers how many were waiting. */
    @Transactional
    int dismiss(Actor who, Program program, Collection<Long> ids) {
        return ids.isEmpty() ? 0 : rows.dismiss(program.key(), ids, who, now());
    }

    /** Lets those wait again who were dismissed. Answers how many were. */
    @Transactional
    int reopen(Program program, Collection<Long> ids) {
        return ids.isEmpty() ? 0 : rows.reopen(program.key(), ids);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
