package rollcall.provider;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rollcall.member.BroughtAlong;
import rollcall.person.People;
import rollcall.person.PersonDetails;

/** Tells the provider one thing and says what becomes of the push. Called outside of any transaction. */
@Component
class PushSender {

    private static final Logger LOG = LoggerFactory.getLogger(PushSender.class);

    private final Webinars webinars;
    private final People people;
    private final BroughtAlong broughtAlong;
    private final PushTraces traces;
    private final Backoff backoff;
    private final Clock clock;

    PushSender(
            Webinars webinars,
            People people,
            BroughtAlong broughtAlong,
            PushTraces traces,
            Backoff backoff,
            Clock clock) {
        this.webinars = webinars;
        this.people = people;
        this.broughtAlong = broughtAlong;
        this.traces = traces;
        this.backoff = backoff;
        this.clock = clock;
    }

    Step send(Push push) {
        if (push.superseded() && !push.unclear() && push.action() == Push.Action.REGISTER) {
            return new Step.Dropped();
        }
        var provider = webinars.provider(push.event().kind());
        var person = people.find(push.personId()).orElseThrow().details();
        try {
            return switch (push.action()) {
                case REGISTER -> register(provider, push.event(), push, person);
                case CANCEL -> cancel(provider, push.event(), push, person);
            };
        } catch (ProviderTrouble trouble) {
            return failed(push, trouble.failure());
        } catch (RuntimeException broken) {
            LOG.warn("Push {} broke off: {}", push.id(), broken.getClass().getSimpleName());
            return failed(push, new ProviderFailure.Unclear(""));
        }
    }

    private Step register(WebinarProvider provider, EventRef event, Push push, PersonDetails person) {
        if (push.unclear()) {
            var found = provider.find(event, traces.sentTo(push).orElse(person.email()));
            if (found.isPresent() && stands(found.get())) {
                return standing(provider, event, push, found.get());
            }
        }
        return push.superseded() || erased(person) ? new Step.Dropped() : sent(provider, event, push, person);
    }

    private static boolean erased(PersonDetails person) {
        return person.email().isEmpty();
    }

    private Step sent(WebinarProvider provider, EventRef event, Push push, PersonDetails person) {
        traces.keep(push, person.email());
        return switch (provider.register(event, request(push, person))) {
            case RegistrationOutcome.Accepted(var registrant, var link, var duplicate) -> accepted(registrant, link);
            case RegistrationOutcome.Pending(var registrant) -> approve(provider, event, push, registrant);
            case RegistrationOutcome.Failed(var failure) -> failed(push, failure);
        };
    }

    private static boolean stands(Registrant found) {
        return switch (found.state()) {
            case APPROVED, PENDING, WAITLISTED, DENIED -> true;
            case CANCELLED, UNKNOWN -> false;
        };
    }

    private Step standing(WebinarProvider provider, EventRef event, Push push, Registrant found) {
        return switch (found.state()) {
            case APPROVED -> accepted(found.ref(), found.link());
            case DENIED -> new Step.Refused(Refusal.PREVIOUSLY_DENIED.name(), found.words());
            case PENDING, WAITLISTED, CANCELLED, UNKNOWN -> approve(provider, event, push, found.ref());
        };
    }

    /** Whoever is Registered here was let in here; the provider is told so. */
    private Step approve(WebinarProvider provider, EventRef event, Push push, RegistrantRef registrant) {
        return switch (provider.decide(event, registrant, Decision.APPROVE)) {
            case DecisionOutcome.Done() ->
                provider.joinLink(event, registrant)
                        .map(link -> accepted(registrant, link))
                        .orElseGet(() -> new Step.Accepted(registrant.registrantId(), null));
            case DecisionOutcome.NotSupported() ->
                failed(push, new ProviderFailure.Temporary("Waits for the organizer at the provider."));
            case DecisionOutcome.Failed(var failure) -> failed(push, failure);
        };
    }

    private static Step accepted(RegistrantRef registrant, @Nullable JoinLink link) {
        return new Step.Accepted(
                registrant.registrantId(), link == null ? null : link.uri().toString());
    }

    private Step cancel(WebinarProvider provider, EventRef event, Push push, PersonDetails person) {
        var email = traces.sentTo(push).orElse(person.email());
        if (push.registrantId() == null && email.isEmpty()) {
            return new Step.Dropped();
        }
        var registrant = new RegistrantRef(push.registrantId(), email);
        return switch (provider.decide(event, registrant, Decision.CANCEL)) {
            case DecisionOutcome.Done() -> new Step.Cancelled();
            case DecisionOutcome.NotSupported() -> new Step.ByHand("");
            case DecisionOutcome.Failed(var failure) -> orByHand(failed(push, failure));
        };
    }

    /** A cancellation that is refused makes no registration error: a person has to see to it. */
    private static Step orByHand(Step step) {
        return step instanceof Step.Refused refused ? new Step.ByHand(refused.words()) : step;
    }

    private RegistrationRequest request(Push push, PersonDetails person) {
        var brought = broughtAlong.of(List.of(push.memberId())).get(push.memberId());
        return new RegistrationRequest(push.memberId(), person, brought == null ? Map.of() : brought.answers());
    }

    private Step failed(Push push, ProviderFailure failure) {
        return backoff.after(push, failure, now());
    }

    private Instant now() {
        return clock.instant();
    }
}
