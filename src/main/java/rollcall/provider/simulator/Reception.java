package rollcall.provider.simulator;

import static rollcall.provider.Registrant.State.APPROVED;
import static rollcall.provider.Registrant.State.CANCELLED;
import static rollcall.provider.Registrant.State.DENIED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rollcall.person.EmailAddress;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.DecisionOutcome.Done;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Throttled;
import rollcall.provider.Refusal;
import rollcall.provider.Registrant.State;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationOutcome.Pending;
import rollcall.provider.RegistrationRequest;

/**
 * Who is registered at a simulated webinar. Whatever it does stands when it answers, in a transaction of its own: it plays
 * somebody else's server, where nothing is undone because the one who asked has died.
 */
@Component
class Reception {

    private static final int TRIES_IN_VAIN = 2;
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final WebinarLock lock;
    private final SimulatedWebinars webinars;
    private final SimulatedRegistrants registrants;
    private final SimulatedTries tries;
    private final Clock clock;

    Reception(
            WebinarLock lock,
            SimulatedWebinars webinars,
            SimulatedRegistrants registrants,
            SimulatedTries tries,
            Clock clock) {
        this.lock = lock;
        this.webinars = webinars;
        this.registrants = registrants;
        this.tries = tries;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public RegistrationOutcome register(long webinarId, RegistrationRequest request) {
        var webinar = lock.lock(webinarId);
        if (webinar.isEmpty()) {
            return new Failed(Simulator.NO_SUCH_WEBINAR);
        }
        var now = now();
        var pause = webinar.get().pause(now);
        if (pause.isPresent()) {
            return new Failed(throttled(pause.get()));
        }
        if (webinar.get().settings().ratePerMinute() != null) {
            webinars.countCall(webinar.get(), now);
        }
        return EmailAddress.parse(request.person().email())
                .map(email -> register(webinar.get(), email, Applicant.of(request), now))
                .orElseGet(() -> new Failed(new Rejected(Refusal.INVALID_FIELD, "This is no e-mail address.")));
    }

    /** Somebody who registers at the provider itself, past Rollcall and past its limit of calls. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public RegistrationOutcome signUp(long webinarId, EmailAddress email, String name) {
        return lock.lock(webinarId)
                .map(webinar -> register(webinar, email, new Applicant(null, name), now()))
                .orElseGet(() -> new Failed(Simulator.NO_SUCH_WEBINAR));
    }

    /** @param memberId ours; null for somebody who did not come through Rollcall */
    private record Applicant(@Nullable Long memberId, String name) {
        static Applicant of(RegistrationRequest request) {
            var person = request.person();
            return new Applicant(request.memberId(), (person.firstName() + " " + person.lastName()).strip());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Throttled throttled(Instant until) {
        return new Throttled(until, "Too many registrations in a short time.");
    }

    private RegistrationOutcome register(SimulatedWebinar webinar, EmailAddress email, Applicant who, Instant now) {
        return registrants
                .byKey(webinar.id(), email.key())
                .map(Reception::again)
                .orElseGet(() -> first(webinar, email, who, now));
    }

    private static RegistrationOutcome again(SimulatedRegistrant known) {
        return switch (known.state()) {
            case APPROVED -> new Accepted(known.ref(), known.link().orElse(null), true);
            case PENDING, WAITLISTED -> new Pending(known.ref());
            case DENIED, CANCELLED, UNKNOWN -> new Failed(new Rejected(Refusal.PREVIOUSLY_DENIED, known.words()));
        };
    }

    private RegistrationOutcome first(SimulatedWebinar webinar, EmailAddress email, Applicant who, Instant now) {
        var tags = Tag.of(email.key());
        var refusal = Tag.refusal(tags)
                .or(webinar::refusal)
                .<ProviderFailure>map(rejected -> rejected)
                .or(() -> notYet(webinar, email, tags, now));
        return refusal.<RegistrationOutcome>map(Failed::new).orElseGet(() -> let(webinar, email, who, tags, now));
    }

    /** What keeps out somebody who is let in after some tries. */
    private Optional<ProviderFailure> notYet(SimulatedWebinar webinar, EmailAddress email, Set<Tag> tags, Instant now) {
        if (!tags.contains(Tag.DOWN) && !tags.contains(Tag.THROTTLE)) {
            return Optional.empty();
        }
        var made = tries.another(webinar.id(), email.key(), now);
        if (tags.contains(Tag.DOWN) && made.count() <= TRIES_IN_VAIN) {
            return Optional.of(new Temporary("The service is not there at the moment."));
        }
        var until = made.firstAt().plus(PAUSE);
        return tags.contains(Tag.THROTTLE) && now.isBefore(until) ? Optional.of(throttled(until)) : Optional.empty();
    }

    private RegistrationOutcome let(
            SimulatedWebinar webinar, EmailAddress email, Applicant who, Set<Tag> tags, Instant now) {
        var one = new SimulatedRegistrant(
                0,
                webinar.id(),
                webinar.registered() + 1,
                Tokens.registrantId(),
                who.memberId(),
                email.address(),
                who.name(),
                webinar.newcomer(tags.contains(Tag.PENDING)),
                "",
                now,
                Tokens.next());
        registrants.insert(one, email, Tag.plan(tags));
        webinars.countRegistrant(webinar.id(), one.holdsPlace());
        tries.forget(webinar.id(), email.key());
        return one.in()
                ? new Accepted(one.ref(), one.link().orElse(null), tags.contains(Tag.DUP))
                : new Pending(one.ref());
    }

    /**
     * Lets somebody in, turns them down or takes them out.
     *
     * @param words why, in the organizer's words; empty for none
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public DecisionOutcome decide(long webinarId, RegistrantRef ref, Decision decision, String words) {
        var webinar = lock.lock(webinarId);
        var known = registrants.find(webinarId, ref).filter(one -> one.state() != CANCELLED);
        if (webinar.isEmpty() || known.isEmpty()) {
            return decision == Decision.CANCEL
                    ? new Done()
                    : failed(new Rejected(Refusal.OTHER, "There is no such registrant."));
        }
        return switch (decision) {
            case APPROVE -> approve(webinar.get(), known.get());
            case DENY -> become(known.get(), DENIED, words);
            case CANCEL -> {
                registrants.forget(known.get());
                yield become(known.get(), CANCELLED, words);
            }
        };
    }

    private DecisionOutcome approve(SimulatedWebinar webinar, SimulatedRegistrant one) {
        return !one.holdsPlace() && webinar.full()
                ? failed(Tag.FULL.refusal().orElseThrow())
                : become(one, APPROVED, "");
    }

    private DecisionOutcome become(SimulatedRegistrant one, State state, String words) {
        if (one.state() != state) {
            registrants.set(one, state, words, now());
            webinars.take(one.webinarId(), (state == APPROVED ? 1 : 0) - (one.holdsPlace() ? 1 : 0));
        }
        return new Done();
    }

    private static DecisionOutcome failed(ProviderFailure failure) {
        return new DecisionOutcome.Failed(failure);
    }
}
