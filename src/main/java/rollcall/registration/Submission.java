package rollcall.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rollcall.person.PersonDetails;

/**
 * A form as it was filled out.
 *
 * @param filled without errors
 * @param language of the page, in which somebody new is written to unless the form asks for another
 * @param requestId the same for the same form sent twice; null for a form that has none
 * @param opened when it was handed out; null when that is not known
 */
record Submission(
        Filled filled,
        String language,
        @Nullable String requestId,
        @Nullable Instant opened) {

    PersonDetails person() {
        return filled.person().filledFrom(new PersonDetails("", "", "", "", "", "", "", language, ""));
    }
}
