package rollcall.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.member.Cause;
import rollcall.member.SeatOffered;
import rollcall.member.Seating;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.program.Actor;
import rollcall.program.Program;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

/**
 * Hands free seats on to those who wait. Whatever woke it, it takes the lock of the seats first and then looks, so that it
 * may be woken too often, and at the same time on several nodes.
 */
@Component
class Promotions {

    /** How long whoever let an offer pass is not asked again by itself. */
    static final Duration REST = Duration.ofHours(24);

    private final Seating seating;
    private final StatusChanges changes;
    private final SettingRows settings;
    private final WaitlistQueue queue;
    private final OfferRows offers;
    private final Programs programs;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Promotions(
            Seating seating,
            StatusChanges changes,
            SettingRows settings,
            WaitlistQueue queue,
            OfferRows offers,
            Programs programs,
            Attempts attempts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seating = seating;
        this.changes = changes;
        this.settings = settings;
        this.queue = queue;
        this.offers = offers;
        this.programs = programs;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    /** One transaction's worth; answers whether there is more to do. */
    boolean run(long programId) {
        return attempts.inTransaction(() -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var seats = seating.lock(programId);
            int given = expire(programId, now);
            int free = seats.capacity() == null ? 0 : seats.capacity() - seats.taken() + given;
            return given == StatusChanges.MOST || handOn(programs.get(programId), free, now);
        });
    }

    /** Gives back the seats of those who did not answer in time. They wait on, behind all others. */
    private int expire(long programId, Instant now) {
        var over = offers.over(programId, now, StatusChanges.MOST);
        var given = seating.release(programId, over);
        seating.toTheEnd(Actor.SYSTEM, programId, given);
        offers.settle(over, OfferState.EXPIRED, now, Actor.SYSTEM.name());
        return given.size();
    }

    private boolean handOn(Program program, int free, Instant now) {
        var setting = settings.of(program.key());
        if (free <= 0 || setting.rest(program, now).isPresent()) {
            return false;
        }
        int most = Math.min(free, StatusChanges.MOST);
        var handed = setting.mode() == Mode.OFFER
                ? offer(program, queue.nextToAsk(program.key(), now.minus(REST), most), setting, now, Actor.SYSTEM)
                : promote(program, queue.next(program.key(), most), Actor.SYSTEM, "");
        return handed == StatusChanges.MOST;
    }

    /** The caller holds the lock. Answers how many got a seat. */
    int promote(Program program, List<Long> memberIds, Actor by, String reason) {
        if (memberIds.isEmpty()) {
            return 0;
        }
        var request = StatusRequest.of(program.key(), StatusCode.REGISTERED, Cause.WAITLIST, by)
                .because(reason)
                .expecting(StatusCode.WAITLISTED.name());
        return (int) changes.change(request, memberIds).changed();
    }

    /** The caller holds the lock and has seen that so many seats are free. Answers how many got an offer. */
    int offer(Program program, List<Long> memberIds, WaitlistSetting setting, Instant now, Actor by) {
        var until = setting.offerUntil(program, now);
        if (!until.isAfter(now)) {
            return 0;
        }
        var offered = seating.offer(program.key(), memberIds, until);
        offers.insert(program.key(), offered, now, until, by);
        if (!offered.isEmpty()) {
            events.publishEvent(new SeatOffered(program.key(), offered, until));
        }
        return offered.size();
    }
}
