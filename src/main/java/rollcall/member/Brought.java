package rollcall.member;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody brought along into a program besides the status.
 *
 * @param registrantId the provider's name for the registration; null for none
 * @param joinLink the member's own link; null for none
 * @param answers by question, in the order of the questions
 */
public record Brought(
        @Nullable String registrantId, @Nullable String joinLink, Map<String, String> answers) {

    static final Brought NOTHING = new Brought(null, null, Map.of());

    /** Whether {@code newcomer} brings something that is not stored like that. */
    boolean changedBy(Newcomer newcomer) {
        return differs(registrantId, newcomer.registrantId())
                || differs(joinLink, newcomer.joinLink())
                || !answers.entrySet().containsAll(newcomer.answers().entrySet());
    }

    private static boolean differs(@Nullable String stored, @Nullable String brought) {
        return brought != null && !brought.equals(stored);
    }
}
