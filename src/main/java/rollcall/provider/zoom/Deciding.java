package rollcall.provider.zoom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import rollcall.provider.Decision;
import rollcall.provider.DecisionOutcome;
import rollcall.provider.DecisionOutcome.Done;
import rollcall.provider.DecisionOutcome.Failed;
import rollcall.provider.EventRef;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.Registrant;
import rollcall.provider.Registrant.State;
import rollcall.provider.RegistrantRef;
import rollcall.provider.Reply;

/** Lets a registrant in, turns them down, or takes them out. */
final class Deciding {

    private static final int DONE = 204; // with 200 Zoom says that the host has no plan for webinars [Z-OAS]

    private final ZoomApi api;
    private final RegistrantBook book;

    Deciding(ZoomApi api, RegistrantBook book) {
        this.api = api;
        this.book = book;
    }

    DecisionOutcome decide(EventRef event, RegistrantRef registrant, Decision decision) {
        try {
            return switch (decision) {
                case APPROVE -> set(event, registrant, "approve");
                case DENY -> set(event, registrant, "deny");
                case CANCEL -> cancel(event, registrant);
            };
        } catch (ProviderTrouble trouble) {
            return new Failed(trouble.failure());
        }
    }

    private DecisionOutcome set(EventRef event, RegistrantRef registrant, String action) {
        var whom = id(event, registrant, true);
        if (whom.isEmpty()) {
            return new Failed(new Rejected(Refusal.OTHER, OwnWords.NO_SUCH_REGISTRANT.words()));
        }
        var body =
                Map.of("action", action, "registrants", List.of(Map.of("id", whom.get(), "email", registrant.email())));
        return outcome(api.send(
                event.connection(),
                rest -> rest.put()
                        .uri("/webinars/{id}/registrants/status", event.externalId())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)));
    }

    /**
     * Deletes the registration: Zoom's own cancel leaves somebody denied, who then cannot register again [Z-F2]. After this
     * they can [assumed]. Whom the organizer has denied, and of whom there is only an address, stays denied.
     */
    private DecisionOutcome cancel(EventRef event, RegistrantRef registrant) {
        var whom = id(event, registrant, false);
        if (whom.isEmpty()) {
            return new Done();
        }
        var reply = api.send(
                event.connection(),
                rest -> rest.delete().uri("/webinars/{id}/registrants/{registrant}", event.externalId(), whom.get()));
        return RegistrantBook.isNobody(reply) ? new Done() : outcome(reply);
    }

    private Optional<String> id(EventRef event, RegistrantRef registrant, boolean alsoDenied) {
        if (registrant.registrantId() != null) {
            return Optional.of(registrant.registrantId());
        }
        return book.find(event, registrant.email())
                .filter(found -> alsoDenied || found.state() != State.DENIED)
                .map(Registrant::ref)
                .map(RegistrantRef::registrantId);
    }

    private DecisionOutcome outcome(Reply reply) {
        return reply.status() == DONE ? new Done() : new Failed(Mistakes.of(reply, api.now()));
    }
}
