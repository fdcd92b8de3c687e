package rollcall.provider;

import java.util.Map;
import rollcall.person.PersonDetails;

/**
 * A push that was taken in hand, with what the provider is told by it.
 *
 * @param person as they were then
 * @param answers what else is known of the membership, by question
 */
record InHand(Push push, PersonDetails person, Map<String, String> answers) {

    String email() {
        return person.email();
    }

    boolean erased() {
        return email().isEmpty();
    }

    private boolean registers() {
        return push.action() == Push.Action.REGISTER;
    }

    /** Whether there is nothing to send any more, as nothing ever was. */
    boolean left() {
        return registers() && push.superseded() && !push.unclear();
    }

    /** Whether it registers somebody of whom the provider surely knows nothing by it yet. */
    boolean fresh() {
        return registers() && !push.unclear() && !push.superseded() && !erased();
    }

    RegistrationRequest request() {
        return new RegistrationRequest(push.memberId(), person, answers);
    }
}
