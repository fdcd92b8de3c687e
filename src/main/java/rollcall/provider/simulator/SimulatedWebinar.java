package rollcall.provider.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rollcall.provider.EventDetails;
import rollcall.provider.EventDetails.State;
import rollcall.provider.EventRef;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.Registrant;

/**
 * A webinar as the simulator keeps it.
 *
 * @param startsAt as planned; {@code startedAt} is when it was, as with the end
 * @param registered how many ever registered
 * @param taken how many hold a place now
 * @param windowFrom since when calls are counted against the rate; null when none was counted yet
 */
record SimulatedWebinar(
        long id,
        long programId,
        String title,
        Instant startsAt,
        Instant endsAt,
        String zone,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Settings settings,
        long registered,
        long taken,
        @Nullable Instant windowFrom,
        int windowCalls) {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    /** A minute in which calls are counted. */
    record Window(Instant from, int calls) {}

    EventRef event() {
        return new EventRef(Simulator.KIND, String.valueOf(id));
    }

    public State state() {
        if (endedAt != null) {
            return State.ENDED;
        }
        return startedAt == null ? State.SCHEDULED : State.LIVE;
    }

    public boolean live() {
        return state() == State.LIVE;
    }

    public boolean ended() {
        return state() == State.ENDED;
    }

    EventDetails details() {
        return new EventDetails(
                title,
                startedAt == null ? startsAt : startedAt,
                endedAt == null ? endsAt : endedAt,
                settings.capacity(),
                state());
    }

    /** As planned, in whole minutes and at least one. */
    long minutes() {
        return Math.max(1, Duration.between(startsAt, endsAt).toMinutes());
    }

    /** Whether its report of who attended holds all there will be. */
    boolean reportComplete(Instant now) {
        return endedAt != null && !now.isBefore(endedAt.plus(settings.lag()));
    }

    boolean full() {
        return settings.capacity() != null && taken >= settings.capacity();
    }

    /** Why it takes nobody in now; nothing when it does. */
    Optional<Rejected> refusal() {
        if (settings.closed()) {
            return Tag.CLOSED.refusal();
        }
        if (ended()) {
            return Tag.OVER.refusal();
        }
        return full() && !settings.waitlist() ? Tag.FULL.refusal() : Optional.empty();
    }

    /** How somebody stands there who registers now. */
    Registrant.State newcomer(boolean asksToWait) {
        if (full()) {
            return Registrant.State.WAITLISTED;
        }
        return asksToWait || settings.manualApproval() ? Registrant.State.PENDING : Registrant.State.APPROVED;
    }

    /** When it may be asked again; nothing when it may be asked now. */
    Optional<Instant> pause(Instant now) {
        var rate = settings.ratePerMinute();
        var window = window(now);
        return rate != null && window.calls() >= rate
                ? Optional.of(window.from().plus(WINDOW))
                : Optional.empty();
    }

    /** The minute that is being counted; one that begins now when there is none. */
    Window window(Instant now) {
        return windowFrom == null || !now.isBefore(windowFrom.plus(WINDOW))
                ? new Window(now, 0)
                : new Window(windowFrom, windowCalls);
    }
}
