package rollcall.provider.teams;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationOutcome.Pending;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.Reply;

/**
 * Registers people, and cancels them. What Teams does with an address that it has already is not documented [gap]; so it is
 * asked first, and nobody is registered twice whatever it does. It answers with nothing but 204 (MS-POST), so what became
 * of a registration is read back.
 */
final class Registering {

    /** Before each look at what became of a registration; it may not be there at once [assumed]. */
    private static final List<Duration> LOOKS = List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(3));

    private static final int CONFLICT = 409;

    private final Registrations registrations;
    private final JoinLinks links;
    private final Pause pause;

    Registering(Registrations registrations, JoinLinks links, Pause pause) {
        this.registrations = registrations;
        this.links = links;
        this.pause = pause;
    }

    RegistrationOutcome register(WebinarAddress webinar, RegistrationRequest request) {
        var email = request.person().email();
        var before = standing(Refusals.nothingDone(() -> registrations.find(webinar, email)));
        if (before.isPresent()) {
            return outcome(webinar, before.get(), true);
        }
        var reply = registrations.add(webinar, request);
        return switch (reply.status()) {
            case 201, 204 -> unclearOtherwise(() -> readBack(webinar, email));
            case CONFLICT -> unclearOtherwise(() -> there(webinar, email, reply));
            default -> new Failed(registrations.why(webinar, reply));
        };
    }

    private static Optional<Registration> standing(Optional<Registration> found) {
        return found.filter(one -> !one.canceled());
    }

    /** It is done by now: whatever goes wrong while reading, it must not be done again blindly. */
    private static RegistrationOutcome unclearOtherwise(Supplier<RegistrationOutcome> reading) {
        try {
            return reading.get();
        } catch (ProviderTrouble trouble) {
            return new Failed(new Unclear(trouble.failure().words()));
        }
    }

    private RegistrationOutcome readBack(WebinarAddress webinar, String email) {
        for (var wait : LOOKS) {
            if (wait.isPositive()) {
                pause.last(wait);
            }
            var found = standing(registrations.find(webinar, email));
            if (found.isPresent()) {
                return outcome(webinar, found.get(), false);
            }
        }
        return new Failed(new Unclear(OwnWords.NOT_SHOWN_YET.words()));
    }

    /** It says that they are there already [assumed]. */
    private RegistrationOutcome there(WebinarAddress webinar, String email, Reply reply) {
        return standing(registrations.search(webinar, email))
                .map(found -> outcome(webinar, found, true))
                .orElseGet(() -> new Failed(registrations.why(webinar, reply)));
    }

    private RegistrationOutcome outcome(WebinarAddress webinar, Registration found, boolean duplicate) {
        return switch (found.state()) {
            case APPROVED -> new Accepted(found.ref(), links.ifAnswered(webinar, found.id()), duplicate);
            case PENDING, WAITLISTED -> new Pending(found.ref());
            case DENIED -> new Failed(new Rejected(Refusal.PREVIOUSLY_DENIED, OwnWords.TURNED_DOWN.words()));
            case CANCELLED, UNKNOWN -> new Failed(new Unclear(OwnWords.UNKNOWN_STATE.with(found.status())));
        };
    }

    /** Whoever is not there, or not any more, need not be cancelled. */
    DecisionOutcome cancel(WebinarAddress webinar, RegistrantRef registrant) {
        var id = Optional.ofNullable(registrant.registrantId())
                .or(() -> standing(registrations.search(webinar, registrant.email()))
                        .map(Registration::id));
        return id.isEmpty() ? new DecisionOutcome.Done() : cancel(webinar, id.get());
    }

    private DecisionOutcome cancel(WebinarAddress webinar, String id) {
        var reply = registrations.cancel(webinar, id);
        if (reply.ok() || reply.status() == 404 || refusedAsDone(webinar, id, reply)) {
            return new DecisionOutcome.Done();
        }
        return new DecisionOutcome.Failed(registrations.why(webinar, reply));
    }

    /** What it says of somebody who was cancelled before is not known [gap]. */
    private boolean refusedAsDone(WebinarAddress webinar, String id, Reply reply) {
        return reply.status() >= 400
                && reply.status() < 500
                && reply.status() != 401
                && reply.status() != 429
                && registrations.canceled(webinar, id);
    }
}
