package rollcall.provider.gotowebinar;

import java.time.Clock;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.DecisionOutcome.Done;
import rollcall.provider.DecisionOutcome.Failed;
import rollcall.provider.DecisionOutcome.NotSupported;
import rollcall.provider.EventRef;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.Registrant;
import rollcall.provider.Registrant.State;
import rollcall.provider.RegistrantRef;

/**
 * What can be done about a registrant: cancelled, as long as the webinar is to come. None of the operations approves or
 * denies [G2-OAS]: that is done by the organizer, at GoTo.
 */
final class Deciding {

    private final GoToApi api;
    private final Webinars webinars;
    private final Registrants registrants;
    private final Clock clock;

    Deciding(GoToApi api, Webinars webinars, Registrants registrants, Clock clock) {
        this.api = api;
        this.webinars = webinars;
        this.registrants = registrants;
        this.clock = clock;
    }

    DecisionOutcome decide(EventRef event, RegistrantRef registrant, Decision decision) {
        try {
            return switch (decision) {
                case APPROVE -> approve(event, registrant);
                case DENY -> deny(event, registrant);
                case CANCEL -> cancel(event, registrant);
            };
        } catch (ProviderTrouble trouble) {
            return new Failed(trouble.failure());
        }
    }

    /** The organizer may have done it meanwhile. */
    private DecisionOutcome approve(EventRef event, RegistrantRef registrant) {
        return switch (stateOf(event, registrant)) {
            case APPROVED -> new Done();
            case DENIED -> new Failed(new Rejected(Refusal.PREVIOUSLY_DENIED, OwnWords.TURNED_DOWN.words()));
            case PENDING, WAITLISTED, CANCELLED, UNKNOWN -> new NotSupported();
        };
    }

    private DecisionOutcome deny(EventRef event, RegistrantRef registrant) {
        return switch (stateOf(event, registrant)) {
            case DENIED, CANCELLED -> new Done();
            case APPROVED, PENDING, WAITLISTED, UNKNOWN -> new NotSupported();
        };
    }

    /** Whoever is not there is deleted. */
    private State stateOf(EventRef event, RegistrantRef registrant) {
        return registrants.find(event, registrant).map(Registrant::state).orElse(State.CANCELLED);
    }

    private DecisionOutcome cancel(EventRef event, RegistrantRef registrant) {
        var key = registrant.registrantId() == null
                ? registrants
                        .find(event, registrant.email())
                        .map(found -> found.ref().registrantId())
                        .orElse(null)
                : registrant.registrantId();
        return key == null ? new Done() : delete(event, Registrants.plain(key));
    }

    private DecisionOutcome delete(EventRef event, String key) {
        var reply = api.delete(event, Registrants.PATH, key);
        if (reply.ok() || reply.status() == 404) {
            return new Done();
        }
        var failure = api.trouble(event.connection(), reply).failure();
        // Who registered for what is over stays so [G2-OAS]; how that is said is not known, and is no registration
        // error.
        var stays = failure instanceof Rejected && webinars.of(event).over(clock.instant());
        return stays ? new NotSupported() : new Failed(failure);
    }
}
