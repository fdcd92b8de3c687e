package rollcall.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import rollcall.member.Registrations;

/**
 * Notes of members that the provider has them, where that was not known here: their registration was sent and nobody heard
 * what came of it, or they were brought in without the provider's id. Takes part in the caller's transaction.
 */
@Component
class FoundThere {

    private final PushEndings pushes;
    private final PushTraces traces;
    private final Registrations registrations;
    private final Clock clock;

    FoundThere(PushEndings pushes, PushTraces traces, Registrations registrations, Clock clock) {
        this.pushes = pushes;
        this.traces = traces;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** @param members in the order of their ids; answers those of whom it was noted */
    List<ReportedMember> note(Refresh refresh, List<ReportedMember> members) {
        return members.stream().filter(one -> note(refresh, one)).toList();
    }

    private boolean note(Refresh refresh, ReportedMember one) {
        var member = one.memberId();
        if (pushes.found(refresh.event(), member, one.registrantId(), now())) {
            registrations.accepted(refresh.programId(), member, one.registrantId(), null, now());
            traces.tidy(member);
            return true;
        }
        return one.registrantId() != null && registrations.named(member, one.registrantId());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
