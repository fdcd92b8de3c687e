package rollcall.provider.on24;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import rollcall.provider.AskedField;
import rollcall.provider.EventRef;
import rollcall.provider.OwnWords;
import rollcall.provider.ProviderFailure;
import rollcall.provider.ProviderFailure.Barred;
import rollcall.provider.ProviderFailure.Rejected;
import rollcall.provider.ProviderFailure.Temporary;
import rollcall.provider.ProviderFailure.Unclear;
import rollcall.provider.ProviderTrouble;
import rollcall.provider.Refusal;
import rollcall.provider.RegistrantRef;
import rollcall.provider.RegistrationOutcome;
import rollcall.provider.RegistrationOutcome.Accepted;
import rollcall.provider.RegistrationOutcome.Failed;
import rollcall.provider.RegistrationRequest;
import rollcall.provider.Reply;
import rollcall.provider.on24.On24Client.Ask;

/**
 * Registers: {@code POST /event/{eventId}/registrant} (ON24-OAS). ON24 knows people by their address, so that registering
 * somebody who is there already updates them and answers the same {@code eventuserid}; that is assumed. Capacity and
 * manual approval do not hold for whom an integration registers (ON24-SEC).
 */
final class Registering {

    /** How refusing to restore somebody is answered; which of them it is, is not said. */
    private static final Set<Integer> DELETION = Set.of(400, 403, 409, 412);

    private final On24Client client;
    private final On24Settings settings;
    private final Remembered<RegistrationFields> fields;

    Registering(On24Client client, On24Settings settings, Clock clock) {
        this.client = client;
        this.settings = settings;
        this.fields = new Remembered<>(clock);
    }

    /** @throws ProviderTrouble when there is no answer */
    RegistrationOutcome register(EventRef event, RegistrationRequest request) {
        var form = new RegistrationForm(fields.of(event, this::ask), request);
        var reply = post(event, form);
        return client.refusals()
                .of(event.connection(), reply)
                .map(failure -> refused(event, form, failure))
                .orElseGet(() -> accepted(reply, request.person().email()));
    }

    private Reply post(EventRef event, RegistrationForm form) {
        if (!settings.restoresDeleted()) {
            return post(event, form.body());
        }
        var restoring = new LinkedMultiValueMap<>(form.body());
        restoring.add("isDeleted", "N");
        var reply = post(event, restoring);
        // Once the event has started nobody is restored any more, and that must keep nobody out.
        return aboutDeletion(reply) ? post(event, form.body()) : reply;
    }

    private Reply post(EventRef event, MultiValueMap<String, String> form) {
        return client.write(event.connection(), HttpMethod.POST, Ask.ofEvent(event.externalId(), "/registrant"), form);
    }

    /** Not an event that was deleted, which is 410 or 404. */
    private static boolean aboutDeletion(Reply reply) {
        return DELETION.contains(reply.status()) && Refusals.says(Refusals.words(reply), "delet");
    }

    private RegistrationOutcome refused(EventRef event, RegistrationForm form, ProviderFailure failure) {
        if (!(failure instanceof Rejected no)) {
            return new Failed(failure);
        }
        fields.forget(event); // perhaps the page asks for something else by now
        var missing = form.missing();
        return new Failed(
                missing.isEmpty()
                                || no.refusal() == Refusal.EVENT_NOT_FOUND
                                || no.refusal() == Refusal.REGISTRATION_CLOSED
                        ? no
                        : new Rejected(
                                Refusal.MISSING_FIELD,
                                ProviderFailure.cut(no.words() + " " + OwnWords.NEEDED_THERE.with(missing))));
    }

    private RegistrationOutcome accepted(Reply reply, String email) {
        var row = Row.of(reply.json());
        var id = row.id("eventuserid");
        if (id == null && !row.text("email").equalsIgnoreCase(email)) {
            return new Failed(new Unclear(OwnWords.NO_REGISTRANT.words()));
        }
        if (settings.blockedMeansDenied() && row.yes("isblocked")) {
            return new Failed(new Rejected(Refusal.PREVIOUSLY_DENIED, OwnWords.BLOCKED.words()));
        }
        return new Accepted(new RegistrantRef(id, email), null, false);
    }

    /** What the registration page requires (ON24-OAS, regfield). */
    List<AskedField> asks(EventRef event) {
        return ask(event).asked();
    }

    /** An account without the right to read them may still register. Nothing was sent yet, whatever goes wrong here. */
    private RegistrationFields ask(EventRef event) {
        try {
            var reply = client.get(event.connection(), Ask.ofEvent(event.externalId(), "/regfield"));
            return reply.status() == 403 && barred(event, reply)
                    ? RegistrationFields.UNKNOWN
                    : RegistrationFields.of(
                            client.granted(event.connection(), reply).json());
        } catch (ProviderTrouble trouble) {
            throw trouble.failure() instanceof Unclear unclear
                    ? new ProviderTrouble(new Temporary(unclear.words()))
                    : trouble;
        }
    }

    private boolean barred(EventRef event, Reply reply) {
        return client.refusals()
                .of(event.connection(), reply)
                .filter(Barred.class::isInstance)
                .isPresent();
    }

    /** Whoever has this address there: {@code GET /registrant/{email}?eventid=…} (ON24-OAS), up to 15 min late (ON24-NOTE). */
    Optional<Row> find(EventRef event, String email) {
        var ask = new Ask("/registrant/{email}", Map.of("email", email), Map.of("eventid", event.externalId()));
        var reply = client.get(event.connection(), ask);
        if (reply.status() == 404 && Refusals.says(Refusals.words(reply), "no registrant")) {
            return Optional.empty();
        }
        var registrant = client.granted(event.connection(), reply).json().path("registrant");
        if (!registrant.isObject()) {
            throw new ProviderTrouble(new Unclear(OwnWords.NO_REGISTRANT.words()));
        }
        return Optional.of(Row.of(registrant))
                .filter(row ->
                        row.text("eventid").isEmpty() || row.text("eventid").equals(event.externalId()));
    }
}
