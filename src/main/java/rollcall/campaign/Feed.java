package rollcall.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import rollcall.member.AttendanceArrived;
import rollcall.member.FormFilledOut;
import rollcall.member.RegistrationsAccepted;
import rollcall.member.SeatOffered;
import rollcall.member.SeatsFreed;
import rollcall.member.StatusesChanged;
import rollcall.program.Program;
import rollcall.program.ProgramChanged;
import rollcall.program.StatusCode;

/**
 * Hears what happens to members, inside the transaction in which it happens, and notes it for a worker: one row each, and
 * nothing else. A row that a worker may hold is never waited for here.
 */
@Component
class Feed {

    private final FeedRows rows;
    private final CampaignRows campaigns;
    private final Depth depth;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Feed(FeedRows rows, CampaignRows campaigns, Depth depth, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.campaigns = campaigns;
        this.depth = depth;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(StatusesChanged changed) {
        if (campaigns.awake(changed.programId())) {
            var accepted = changed.to(StatusCode.REGISTERED) && rows.acceptedAtOnce(changed.changeSetId());
            note(changed.programId(), FeedKind.STATUSES_CHANGED, changed.changeSetId(), accepted, List.of());
        }
    }

    @EventListener
    void on(RegistrationsAccepted accepted) {
        note(accepted.programId(), FeedKind.ACCEPTED, accepted.memberIds());
    }

    @EventListener
    void on(FormFilledOut filledOut) {
        var kind = filledOut.again() ? FeedKind.FORM_FILLED_OUT_AGAIN : FeedKind.FORM_FILLED_OUT;
        note(filledOut.programId(), kind, filledOut.memberIds());
    }

    @EventListener
    void on(AttendanceArrived arrived) {
        note(arrived.programId(), FeedKind.ATTENDANCE_ARRIVED, arrived.memberIds());
    }

    @EventListener
    void on(SeatsFreed freed) {
        note(freed.programId(), FeedKind.SEATS_FREED, List.of());
    }

    @EventListener
    void on(SeatOffered offered) {
        note(offered.programId(), FeedKind.SEATS_OFFERED, offered.memberIds());
    }

    @EventListener
    void on(ProgramChanged changed) {
        if (movesTimes(changed.before(), changed.after())) {
            note(changed.after().key(), FeedKind.TIMES_CHANGED, List.of());
        }
    }

    private static boolean movesTimes(Program before, Program after) {
        return !before.startsAt().equals(after.startsAt())
                || !before.endsAt().equals(after.endsAt())
                || !before.zone().equals(after.zone())
                || before.archived() != after.archived();
    }

    private void note(long programId, FeedKind kind, Collection<Long> memberIds) {
        if (campaigns.awake(programId)) {
            note(programId, kind, null, false, memberIds);
        }
    }

    private void note(
            long programId, FeedKind kind, @Nullable Long changeSet, boolean accepted, Collection<Long> memberIds) {
        var id = rows.insert(programId, kind, changeSet, null, depth.now(), accepted, now());
        rows.insertMembers(id, memberIds);
        events.publishEvent(new FeedNoted(programId));
    }

    /** A campaign is asked for, for these members of its program. */
    void request(Campaign campaign, Collection<Long> memberIds, int level) {
        var id = rows.insert(campaign.programId(), FeedKind.REQUESTED, null, campaign.id(), level, false, now());
        rows.insertMembers(id, memberIds);
        events.publishEvent(new FeedNoted(campaign.programId()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
