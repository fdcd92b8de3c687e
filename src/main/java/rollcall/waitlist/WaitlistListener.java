package rollcall.waitlist;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import rollcall.member.SeatsFreed;
import rollcall.member.StatusesChanged;
import rollcall.program.Program;
import rollcall.program.ProgramChanged;
import rollcall.program.ProgramCreated;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

/** Notes what concerns those who wait, inside the transaction in which it happens. */
@Component
class WaitlistListener {

    private final OfferRows offers;
    private final SettingRows settings;
    private final ApplicationEventPublisher events;
    private final Programs programs;
    private final Clock clock;

    WaitlistListener(
            OfferRows offers, SettingRows settings, ApplicationEventPublisher events, Programs programs, Clock clock) {
        this.programs = programs;
        this.offers = offers;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An offer is over with any other status. Its row is written after the member's, which is locked here: in that order
     * everybody takes them, so nobody waits for one another.
     */
    @EventListener
    void on(StatusesChanged changed) {
        if (offers.anyOpen(changed.programId())) {
            offers.settleWith(changed.changeSetId(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
        if (changed.to(StatusCode.WAITLISTED) || changed.out()) {
            wake(changed.programId());
        }
    }

    @EventListener
    void on(SeatsFreed freed) {
        wake(freed.programId());
    }

    @EventListener
    void on(ProgramChanged changed) {
        if (concerns(changed.before(), changed.after())) {
            wake(changed.after().key());
        }
    }

    @EventListener
    void on(ProgramCreated created) {
        if (created.clonedFrom() != null) {
            settings.copy(created.clonedFrom(), created.programId());
        }
    }

    private static boolean concerns(Program before, Program after) {
        return !Objects.equals(before.capacity(), after.capacity())
                || before.waitlistOn() != after.waitlistOn()
                || !before.startsAt().equals(after.startsAt())
                || !before.endsAt().equals(after.endsAt())
                || before.archived() != after.archived();
    }

    private void wake(long programId) {
        if (programs.get(programId).limited()) {
            events.publishEvent(new WaitlistChanged(programId));
        }
    }
}
