package rollcall.provider.zoom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.http.MediaType;
import rollcall.provider.EventRef;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.Registrant;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationOutcome.Pending;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Registers somebody. Where a person at Zoom would have to let in each one, whoever was let in here goes in a batch with
 * {@code auto_approve}, which is one call for what else is two; a series takes no batches [Z-OAS].
 */
final class Registering {

    /** The most that Zoom takes in a batch [Z-OAS]. */
    private static final int MOST = 30;

    private final ZoomApi api;
    private final ZoomWebinars webinars;
    private final Questions questions;
    private final RegistrantBook book;

    Registering(ZoomApi api, ZoomWebinars webinars, Questions questions, RegistrantBook book) {
        this.api = api;
        this.webinars = webinars;
        this.questions = questions;
        this.book = book;
    }

    RegistrationOutcome register(EventRef event, RegistrationRequest request) {
        ZoomWebinar webinar;
        Map<String, Object> body;
        try {
            webinar = webinars.known(event);
            body = batched(webinar)
                    ? batch(List.of(request))
                    : RegistrantBody.of(request, questions.answered(event, request.answers()));
        } catch (ProviderTrouble trouble) {
            return new Failed(orLater(trouble.failure()));
        }
        try {
            return outcome(event, webinar, request, post(event, batched(webinar), body));
        } catch (ProviderTrouble trouble) {
            return new Failed(trouble.failure());
        }
    }

    private static boolean batched(ZoomWebinar webinar) {
        return webinar.once() && webinar.approvedByHand();
    }

    /** How many go in one call. A webinar that was not looked at yet is registered for one by one. */
    int together(EventRef event) {
        return webinars.seen(event).filter(Registering::batched).isPresent() ? MOST : 1;
    }

    /**
     * Registers several with one call. None is answered when Zoom refuses the call: for which of them it does not say, and
     * whoever is in already is sent again without harm, as the same address is the same registrant [Z-F1].
     */
    List<RegistrationOutcome> register(EventRef event, List<RegistrationRequest> requests) {
        ZoomWebinar webinar;
        try {
            webinar = webinars.known(event);
            if (!batched(webinar)) {
                return List.of();
            }
        } catch (ProviderTrouble trouble) {
            return all(requests, orLater(trouble.failure()));
        }
        try {
            var reply = post(event, true, batch(requests));
            return reply.ok() ? registered(event, webinar, requests, reply) : refused(requests, reply);
        } catch (ProviderTrouble trouble) {
            return all(requests, trouble.failure());
        }
    }

    private List<RegistrationOutcome> registered(
            EventRef event, ZoomWebinar webinar, List<RegistrationRequest> requests, Reply reply) {
        var json = reply.json(); // once, for all
        return requests.stream()
                .map(request -> accepted(
                        event, webinar, request, ofBatch(json, request.person().email())))
                .toList();
    }

    private List<RegistrationOutcome> refused(List<RegistrationRequest> requests, Reply reply) {
        var failure = Mistakes.of(reply, api.now());
        return Limits.ofRegistrant(reply) || failure instanceof Rejected ? List.of() : all(requests, failure);
    }

    private static List<RegistrationOutcome> all(List<RegistrationRequest> requests, ProviderFailure failure) {
        return requests.stream()
                .map(request -> (RegistrationOutcome) new Failed(failure))
                .toList();
    }

    private static Map<String, Object> batch(List<RegistrationRequest> requests) {
        return Map.of(
                "auto_approve",
                true,
                "registrants",
                requests.stream().map(RegistrantBody::batched).toList());
    }

    private Reply post(EventRef event, boolean batched, Map<String, Object> body) {
        var path = batched ? "/webinars/{id}/batch_registrants" : "/webinars/{id}/registrants";
        return api.send(
                event.connection(),
                rest -> rest.post()
                        .uri(path, event.externalId())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body));
    }

    private RegistrationOutcome outcome(EventRef event, ZoomWebinar webinar, RegistrationRequest request, Reply reply) {
        if (Limits.ofRegistrant(reply)) {
            return known(event, request, reply);
        }
        if (!reply.ok()) {
            return new Failed(Mistakes.of(reply, api.now()));
        }
        var email = request.person().email();
        return accepted(event, webinar, request, batched(webinar) ? ofBatch(reply.json(), email) : reply.json());
    }

    /** @param said what Zoom says of that person */
    private RegistrationOutcome accepted(
            EventRef event, ZoomWebinar webinar, RegistrationRequest request, JsonNode said) {
        var email = request.person().email();
        var id = said.path("registrant_id").asString("");
        if (id.isEmpty()) {
            return new Failed(new Unclear(OwnWords.NO_REGISTRANT.words()));
        }
        var link = RegistrantBook.link(said.path("join_url").asString(""));
        var approved = link != null && (batched(webinar) || !webinar.approvedByHand());
        return approved ? new Accepted(new RegistrantRef(id, email), link, false) : confirmed(event, id, email);
    }

    private static JsonNode ofBatch(JsonNode said, String email) {
        var all = said.path("registrants");
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one ->
                        RegistrantBook.key(one.path("email").asString("")).equals(RegistrantBook.key(email)))
                .findFirst()
                .orElse(all.path(-1));
    }

    /** The reply says no state, and has no link as long as somebody waits [assumed]; so it is read. */
    private RegistrationOutcome confirmed(EventRef event, String id, String email) {
        try {
            return book.get(event, id)
                    .map(found -> standing(found, new RegistrantRef(id, email), false))
                    .orElseGet(() -> new Failed(new Unclear(OwnWords.NOT_SHOWN_YET.words())));
        } catch (ProviderTrouble trouble) {
            return new Failed(new Unclear(trouble.failure().words())); // registered, but as what?
        }
    }

    private static RegistrationOutcome standing(Registrant found, RegistrantRef registrant, boolean duplicate) {
        return switch (found.state()) {
            case APPROVED -> new Accepted(registrant, found.link(), duplicate);
            case PENDING, WAITLISTED -> new Pending(registrant);
            case DENIED -> new Failed(new Rejected(Refusal.PREVIOUSLY_DENIED, found.words()));
            case CANCELLED, UNKNOWN -> new Failed(new Unclear(OwnWords.UNKNOWN_STATE.with(found.state())));
        };
    }

    /**
     * Three times a day Zoom takes somebody's registration [Z-SK], and counts those for other webinars as well [Z-F3]. They
     * may be in; if not, it is this person's turn later, and everybody else's now.
     */
    private RegistrationOutcome known(EventRef event, RegistrationRequest request, Reply reply) {
        Optional<Registrant> found;
        try {
            found = book.find(event, request.person().email());
        } catch (ProviderTrouble trouble) {
            return new Failed(orLater(trouble.failure()));
        }
        return found.map(one -> standing(one, one.ref(), true))
                .orElseGet(() -> new Failed(new Temporary(Mistakes.words(reply))));
    }

    /** Nothing was sent yet, so nothing is unclear. */
    private static ProviderFailure orLater(ProviderFailure failure) {
        return failure instanceof Unclear(var words) ? new Temporary(words) : failure;
    }
}
