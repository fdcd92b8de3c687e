package rollcall.member;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rollcall.program.Access;
import rollcall.program.Actor;
import rollcall.program.Channel;
import rollcall.program.Move;
import rollcall.program.Move.Reason;
import rollcall.program.Move.Skip;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.Status;
import rollcall.program.StatusCode;

/**
 * Asks the door's rules beforehand, without a lock, so that a page offers what the door would grant and says why it would
 * not grant the rest. The door decides anew when something is asked for.
 */
@Component
class Offers {

    /** Stands for the reason that somebody will give, so that only what cannot be helped counts as a refusal. */
    private static final String SOME_REASON = "…";

    private final Programs programs;
    private final Seats seats;
    private final Seating seating;
    private final Access access;
    private final Clock clock;

    Offers(Programs programs, Seats seats, Seating seating, Access access, Clock clock) {
        this.programs = programs;
        this.seats = seats;
        this.seating = seating;
        this.access = access;
        this.clock = clock;
    }

    Choices to(Actor who, Program program, MemberLine member) {
        var channel = programs.channelOf(program);
        var look = new Look(who, program, channel, seats.look(program.key()), rights(who, program), clock.instant());
        var open = new ArrayList<Status>();
        var onlyAhead = new HashSet<Status>();
        var withheld = new EnumMap<Reason, List<Status>>(Reason.class);
        for (var status : channel.progression().offered()) {
            if (look.grants(member, status, false)) {
                open.add(status);
            } else if (look.grants(member, status, true)) {
                open.add(status);
                onlyAhead.add(status);
            } else {
                withheld.computeIfAbsent(look.refusal(member, status), reason -> new ArrayList<>())
                        .add(status);
            }
        }
        return new Choices(open, withheld, onlyAhead);
    }

    /**
     * What approving somebody who is pending would give them now: a seat, or a place on the waitlist. Null when there is
     * neither.
     */
    @Nullable
    Status approval(Program program) {
        var channel = programs.channelOf(program);
        var now = seating.lookIfLimited(program);
        if (now.openToNewcomers()) {
            return channel.status(StatusCode.REGISTERED);
        }
        return now.openToWait() ? channel.status(StatusCode.WAITLISTED) : null;
    }

    Rights rights(Actor who, Program program) {
        return Rights.of(access, who, program.key());
    }

    /** Everything that was looked up once to decide on several statuses. */
    private record Look(Actor who, Program program, Channel channel, SeatBudget budget, Rights rights, Instant now) {

        boolean grants(MemberLine member, Status to, boolean ahead) {
            return !(verdict(member, to, ahead) instanceof Skip);
        }

        Reason refusal(MemberLine member, Status to) {
            return verdict(member, to, false) instanceof Skip skip ? skip.reason() : Reason.NOT_ALLOWED;
        }

        private Move verdict(MemberLine member, Status to, boolean ahead) {
            var request =
                    StatusRequest.of(program.key(), to.key(), Cause.PERSON, who).aheadOfTheWaitlist(ahead);
            var asking = new Asking(request, program, channel, budget.unspent(), rights, now);
            return asking.verdicts().decide(standing(member), to, SOME_REASON);
        }

        private static Standing standing(MemberLine member) {
            return new Standing(
                    member.id(),
                    member.personId(),
                    member.status(),
                    member.broughtBy(),
                    member.changedAt(),
                    member.joinedAt(),
                    member.closed() != null,
                    null,
                    member.offerUntil() != null);
        }
    }
}
