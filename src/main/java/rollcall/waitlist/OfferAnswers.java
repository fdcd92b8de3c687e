package rollcall.waitlist;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import rollcall.job.Attempts;
import rollcall.member.Cause;
import rollcall.member.OfferLinks.Holder;
import rollcall.member.Seating;
import rollcall.member.StatusChanges;
import rollcall.member.StatusRequest;
import rollcall.program.Actor;
import rollcall.program.Programs;
import rollcall.program.StatusCode;

/** What those who were offered a seat say to it. Saying the same twice is harmless; saying it too late changes nothing. */
@Component
class OfferAnswers {

    /** How whoever followed the link stands in the history; it is nobody's name. */
    static final String REGISTRANT = "Registrant";

    private static final String DECLINED = "Declined the offer of a seat";

    private final Seating seating;
    private final StatusChanges changes;
    private final Promotions promotions;
    private final OfferRows offers;
    private final Programs programs;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfferAnswers(
            Seating seating,
            StatusChanges changes,
            Promotions promotions,
            OfferRows offers,
            Programs programs,
            Attempts attempts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seating = seating;
        this.changes = changes;
        this.promotions = promotions;
        this.offers = offers;
        this.programs = programs;
        this.attempts = attempts;
        this.events = events;
        this.clock = clock;
    }

    /** How the offer stands that a link means; one whose time is over is, also before anybody has settled it. */
    Optional<OfferState> look(Holder holder) {
        return offers.of(holder.memberId(), holder.until())
                .map(offer ->
                        offer.state() == OfferState.OPEN && !holder.until().isAfter(now())
                                ? OfferState.EXPIRED
                                : offer.state());
    }

    void accept(Holder holder) {
        whileOpen(
                holder,
                now -> promotions.promote(
                        programs.get(holder.programId()), List.of(holder.memberId()), registrant(holder), ""));
    }

    /** Whoever stays waits on behind all others; whoever does not leaves the program. */
    void decline(Holder holder, boolean stays) {
        whileOpen(holder, now -> {
            var one = List.of(holder.memberId());
            seating.release(holder.programId(), one);
            offers.settle(one, OfferState.DECLINED, now, REGISTRANT);
            if (stays) {
                seating.toTheEnd(registrant(holder), holder.programId(), one);
            } else {
                changes.change(leaving(holder), holder.memberId());
            }
            events.publishEvent(new WaitlistChanged(holder.programId()));
        });
    }

    private static StatusRequest leaving(Holder holder) {
        return StatusRequest.of(holder.programId(), StatusCode.NOT_IN_PROGRAM, Cause.WAITLIST, registrant(holder))
                .because(DECLINED);
    }

    private void whileOpen(Holder holder, Consumer<Instant> answer) {
        attempts.inTransaction(() -> {
            seating.lock(holder.programId());
            boolean open = look(holder).filter(OfferState.OPEN::equals).isPresent();
            if (open) {
                answer.accept(now());
            }
            return open;
        });
    }

    private static Actor registrant(Holder holder) {
        return new Actor("member:" + holder.memberId(), REGISTRANT);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
