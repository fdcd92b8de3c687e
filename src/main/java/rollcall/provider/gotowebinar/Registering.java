package rollcall.provider.gotowebinar;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rollcall.provider.AskedField;
import rollcall.provider.EventRef;
import rollcall.provider.OwnWords;
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

/**
 * Registers somebody [G2-OAS]: 201 with a key and a link, or 409 when the address is registered already, which is then
 * looked up, whatever its body says. Where the organizer approves, the link of the answer is worth nothing yet
 * [G2-NOTE], so that whoever is not surely let in is read back.
 */
final class Registering {

    private static final Rejected DENIED = new Rejected(Refusal.PREVIOUSLY_DENIED, OwnWords.TURNED_DOWN.words());

    private final GoToApi api;
    private final Webinars webinars;
    private final Registrants registrants;
    private final Kept<RegistrationForm> forms;
    private final Refusals refusals;

    Registering(GoToApi api, Webinars webinars, Registrants registrants, Clock clock) {
        this.api = api;
        this.webinars = webinars;
        this.registrants = registrants;
        this.forms = new Kept<>(
                event -> RegistrationForm.of(api.read(event, RegistrationForm.PATH, Map.of())),
                Duration.ofHours(1),
                clock);
        this.refusals = new Refusals(webinars, forms, clock);
    }

    RegistrationOutcome register(EventRef event, RegistrationRequest request) {
        try {
            var body = form(event).filledOut(request);
            var reply = api.post(event, Registrants.PATH, Map.of("resendConfirmation", false), body);
            return switch (reply.status()) {
                case 200, 201 -> created(event, request, reply);
                case 409 -> known(event, request, reply);
                case 400, 404 -> new Failed(refusals.of(event, request, reply));
                // Whoever stands before GoTo gave up waiting: it may have been done all the same.
                case 502, 504 -> new Failed(new Unclear(Failures.words(reply)));
                default -> new Failed(api.trouble(event.connection(), reply).failure());
            };
        } catch (ProviderTrouble trouble) {
            return new Failed(trouble.failure());
        }
    }

    List<AskedField> asks(EventRef event) {
        return form(event).asked();
    }

    private RegistrationForm form(EventRef event) {
        try {
            return forms.of(event);
        } catch (ProviderTrouble trouble) {
            throw Failures.beforeSending(trouble);
        }
    }

    private RegistrationOutcome created(EventRef event, RegistrationRequest request, Reply reply) {
        var said = reply.json();
        var key = Json.text(said, "registrantKey");
        if (key.isEmpty()) {
            return new Failed(new Unclear(OwnWords.NO_REGISTRANT.words()));
        }
        var ref = new RegistrantRef(key, request.person().email());
        if (webinars.letsInByItself(event)) {
            return new Accepted(ref, Registrants.link(Json.text(said, "joinUrl")), false);
        }
        return registrants
                .byKey(event, key)
                .map(found -> outcome(found, ref, false))
                .orElseGet(() -> new Failed(new Unclear(OwnWords.NOT_SHOWN_YET.words())));
    }

    private RegistrationOutcome known(EventRef event, RegistrationRequest request, Reply reply) {
        var email = request.person().email();
        return named(event, email, reply)
                .or(() -> registrants.find(event, email))
                .map(found -> outcome(found, new RegistrantRef(found.ref().registrantId(), email), true))
                .orElseGet(() -> new Failed(new Temporary(Failures.words(reply))));
    }

    /** The body may name the registrant [assumed]: then one call shows whether that is so, instead of many pages. */
    private Optional<Registrant> named(EventRef event, String email, Reply reply) {
        var key = reply.said("/registrantKey");
        return key.isEmpty()
                ? Optional.empty()
                : registrants
                        .byKey(event, key)
                        .filter(found -> Registrants.same(found.ref().email(), email));
    }

    private static RegistrationOutcome outcome(Registrant found, RegistrantRef ref, boolean duplicate) {
        return switch (found.state()) {
            case APPROVED -> new Accepted(ref, found.link(), duplicate);
            case DENIED -> new Failed(DENIED);
            case PENDING, WAITLISTED, CANCELLED, UNKNOWN -> new Pending(ref);
        };
    }
}
