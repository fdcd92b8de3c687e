package rollcall.provider.on24;

import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.util.MultiValueMap;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.EventRef;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.RegistrantRef;
import rollcall.provider.Reply;
import rollcall.provider.on24.On24Client.Ask;

/**
 * Takes registrations back, and turns people down. ON24's own approval is done in its pages only (ON24-SEC), so that
 * nobody is let in here.
 */
final class Decisions {

    private final On24Client client;
    private final On24Settings settings;
    private final Events events;
    private final Clock clock;

    Decisions(On24Client client, On24Settings settings, Events events, Clock clock) {
        this.client = client;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** @throws ProviderTrouble when there is no answer */
    DecisionOutcome decide(EventRef event, RegistrantRef registrant, Decision decision) {
        if (registrant.email().isBlank()) {
            return new DecisionOutcome.NotSupported(); // ON24 knows people by their address
        }
        return switch (decision) {
            case CANCEL -> cancel(event, registrant.email());
            case DENY -> block(event, registrant.email(), "Y");
            case APPROVE -> block(event, registrant.email(), "N");
        };
    }

    /**
     * {@code isDeleted=Y} deletes softly: refused once the event has started, and with 412 for whom ON24 does not know
     * (ON24-OAS). How the former is worded is not said, so that the time is looked at.
     */
    private DecisionOutcome cancel(EventRef event, String email) {
        var ask = Ask.ofEvent(event.externalId(), "/registrant").with(Map.of("honorrequired", "N"));
        var reply = client.write(event.connection(), HttpMethod.POST, ask, form(email, "isDeleted", "Y"));
        if (reply.status() == 412 || (reply.status() == 404 && says(reply, "registrant"))) {
            return new DecisionOutcome.Done();
        }
        return client.refusals()
                .of(event.connection(), reply)
                .map(failure -> late(event, reply, failure) ? new DecisionOutcome.NotSupported() : failed(failure))
                .orElseGet(() -> done(reply));
    }

    private boolean late(EventRef event, Reply reply, ProviderFailure failure) {
        var ambiguous = reply.status() == 400 || reply.status() == 409 || reply.status() == 403;
        if (!ambiguous || failure instanceof ProviderFailure.Throttled || says(reply, "permission")) {
            return false;
        }
        return says(reply, "delet") || started(event);
    }

    private boolean started(EventRef event) {
        try {
            return events.of(event).started(clock.instant());
        } catch (ProviderTrouble nobodyKnows) {
            return false;
        }
    }

    /** {@code PATCH} with {@code isBlocked} (ON24-OAS); that it stops somebody from entering is assumed. */
    private DecisionOutcome block(EventRef event, String email, String blocked) {
        if (!settings.deniesByBlocking()) {
            return new DecisionOutcome.NotSupported();
        }
        var ask = Ask.ofEvent(event.externalId(), "/registrant").with(Map.of("honorrequired", "N"));
        var reply = client.write(event.connection(), HttpMethod.PATCH, ask, form(email, "isBlocked", blocked));
        return client.refusals()
                .of(event.connection(), reply)
                .map(Decisions::failed)
                .orElseGet(() -> done(reply));
    }

    /** An answer that is no JSON is none of ON24's. */
    private static DecisionOutcome done(Reply reply) {
        reply.json();
        return new DecisionOutcome.Done();
    }

    private static DecisionOutcome failed(ProviderFailure failure) {
        return new DecisionOutcome.Failed(failure);
    }

    private static boolean says(Reply reply, String part) {
        return Refusals.says(Refusals.words(reply), part);
    }

    private static MultiValueMap<String, String> form(String email, String name, String value) {
        return MultiValueMap.fromSingleValue(Map.of("email", email, name, value));
    }
}
