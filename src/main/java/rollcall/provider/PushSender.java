package rollcall.provider;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import rollcall.member.OwnReason;
import rollcall.provider.ProviderFailure.Unclear;

/** Tells the provider what was taken in hand and says what becomes of it. Called outside of any transaction. */
@Component
class PushSender {

    private static final Logger LOG = LoggerFactory.getLogger(PushSender.class);

    private final Webinars webinars;
    private final PushTraces traces;
    private final Backoff backoff;
    private final Clock clock;

    PushSender(Webinars webinars, PushTraces traces, Backoff backoff, Clock clock) {
        this.webinars = webinars;
        this.traces = traces;
        this.backoff = backoff;
        this.clock = clock;
    }

    /**
     * Sends several registrations in one call.
     *
     * @param some fit to go together
     * @return what becomes of each, in their order; none at all when each has to be sent alone
     */
    List<Step> send(List<InHand> some) {
        var event = some.getFirst().push().event();
        var requests = some.stream().map(InHand::request).toList();
        try {
            var outcomes = webinars.provider(event.kind()).register(event, requests);
            if (outcomes.isEmpty()) {
                return List.of();
            }
            return IntStream.range(0, some.size())
                    .mapToObj(n ->
                            after(some.get(n), one -> sent(one, n < outcomes.size() ? outcomes.get(n) : untold())))
                    .toList();
        } catch (ProviderTrouble trouble) {
            return some.stream().map(one -> failed(one, trouble.failure())).toList();
        } catch (RuntimeException broken) {
            LOG.warn("{} pushes broke off: {}", some.size(), broken.getClass().getSimpleName());
            return some.stream().map(one -> failed(one, new Unclear(""))).toList();
        }
    }

    private static RegistrationOutcome untold() {
        return new RegistrationOutcome.Failed(new Unclear(""));
    }

    Step send(InHand one) {
        if (one.left()) {
            return new Step.Dropped();
        }
        return after(one, this::told);
    }

    private Step after(InHand one, Function<InHand, Step> telling) {
        try {
            return telling.apply(one);
        } catch (ProviderTrouble trouble) {
            return failed(one, trouble.failure());
        } catch (RuntimeException broken) {
            LOG.warn("Push {} broke off: {}", one.push().id(), broken.getClass().getSimpleName());
            return failed(one, new Unclear(""));
        }
    }

    private Step told(InHand one) {
        return switch (one.push().action()) {
            case REGISTER -> register(one);
            case CANCEL -> cancel(one);
        };
    }

    private WebinarProvider provider(InHand one) {
        return webinars.provider(one.push().event().kind());
    }

    private Step register(InHand one) {
        var push = one.push();
        if (!push.unclear()) {
            return one.fresh() ? sent(one, provider(one).register(push.event(), one.request())) : new Step.Dropped();
        }
        var found = provider(one).find(push.event(), traces.sentTo(push).orElse(one.email()));
        if (found.isPresent() && stands(found.get())) {
            return standing(one, found.get());
        }
        if (push.superseded() || one.erased()) {
            return new Step.Dropped();
        }
        traces.keep(push, one.email());
        return sent(one, provider(one).register(push.event(), one.request()));
    }

    private Step sent(InHand one, RegistrationOutcome outcome) {
        return switch (outcome) {
            case RegistrationOutcome.Accepted(var registrant, var link, var duplicate) -> accepted(registrant, link);
            case RegistrationOutcome.Pending(var registrant) -> approve(one, registrant);
            case RegistrationOutcome.Failed(var failure) -> failed(one, failure);
        };
    }

    private static boolean stands(Registrant found) {
        return switch (found.state()) {
            case APPROVED, PENDING, WAITLISTED, DENIED -> true;
            case CANCELLED, UNKNOWN -> false;
        };
    }

    private Step standing(InHand one, Registrant found) {
        return switch (found.state()) {
            case APPROVED -> accepted(found.ref(), found.link());
            case DENIED -> new Step.Refused(Refusal.PREVIOUSLY_DENIED.name(), found.words());
            case PENDING, WAITLISTED, CANCELLED, UNKNOWN -> approve(one, found.ref());
        };
    }

    /** Whoever is Registered here was let in here; the provider is told so. */
    private Step approve(InHand one, RegistrantRef registrant) {
        var provider = provider(one);
        var event = one.push().event();
        var outcome = provider.capabilities(event).approveDeny()
                ? provider.decide(event, registrant, Decision.APPROVE)
                : new DecisionOutcome.NotSupported();
        return switch (outcome) {
            case DecisionOutcome.Done() ->
                provider.joinLink(event, registrant)
                        .map(link -> accepted(registrant, link))
                        .orElseGet(() -> new Step.Accepted(registrant.registrantId(), null));
            case DecisionOutcome.NotSupported() ->
                failed(one, new ProviderFailure.Temporary(OwnReason.WAITS_FOR_ORGANIZER.stored()));
            case DecisionOutcome.Failed(var failure) -> failed(one, failure);
        };
    }

    private static Step accepted(RegistrantRef registrant, @Nullable JoinLink link) {
        return new Step.Accepted(
                registrant.registrantId(), link == null ? null : link.uri().toString());
    }

    private Step cancel(InHand one) {
        var push = one.push();
        var email = traces.sentTo(push).orElse(one.email());
        if (push.registrantId() == null && email.isEmpty()) {
            return new Step.Dropped();
        }
        var provider = provider(one);
        var registrant = new RegistrantRef(push.registrantId(), email);
        if (!provider.capabilities(push.event()).cancel()) {
            return there(provider, push.event(), registrant) ? new Step.ByHand("") : new Step.Cancelled();
        }
        return switch (provider.decide(push.event(), registrant, Decision.CANCEL)) {
            case DecisionOutcome.Done() -> new Step.Cancelled();
            case DecisionOutcome.NotSupported() -> new Step.ByHand("");
            case DecisionOutcome.Failed(var failure) -> orByHand(failed(one, failure));
        };
    }

    /** Whose id is known was accepted there. */
    private static boolean there(WebinarProvider provider, EventRef event, RegistrantRef registrant) {
        return registrant.registrantId() != null
                || provider.find(event, registrant.email())
                        .filter(PushSender::stands)
                        .isPresent();
    }

    /** A cancellation that is refused makes no registration error: a person has to see to it. */
    private static Step orByHand(Step step) {
        return step instanceof Step.Refused refused ? new Step.ByHand(refused.words()) : step;
    }

    private Step failed(InHand one, ProviderFailure failure) {
        return backoff.after(one.push(), failure, clock.instant());
    }
}
