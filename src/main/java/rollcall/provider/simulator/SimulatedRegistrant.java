package rollcall.provider.simulator;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rollcall.provider.JoinLink;
import rollcall.provider.Registrant;
import rollcall.provider.Registrant.State;
import rollcall.provider.RegistrantRef;

/**
 * Somebody who registered at a simulated webinar.
 *
 * @param nth counts up from 1 within the webinar
 * @param email empty once the registration is cancelled, as is the name
 * @param token what the join link ends with; null once the registration is cancelled
 */
record SimulatedRegistrant(
        long id,
        long webinarId,
        long nth,
        String registrantId,
        @Nullable Long memberId,
        String email,
        String name,
        State state,
        String words,
        Instant since,
        @Nullable String token) {

    RegistrantRef ref() {
        return new RegistrantRef(registrantId, email);
    }

    public boolean in() {
        return state == State.APPROVED;
    }

    boolean holdsPlace() {
        return in() || state == State.PENDING;
    }

    Optional<JoinLink> link() {
        return in() && token != null
                ? Optional.of(new JoinLink(URI.create(JoinController.ADDRESS + token), true))
                : Optional.empty();
    }

    Registrant asRegistrant() {
        return new Registrant(ref(), memberId, name, state, link().orElse(null), words, since);
    }
}
