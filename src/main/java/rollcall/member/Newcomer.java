package rollcall.member;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom a status is asked by person instead of by membership: a new member, or one that may be there already.
 *
 * @param to the key of the status; null for the one that the request asks for
 * @param reason null for the request's reason
 * @param since when the status began, when that is known to lie before now
 * @param registrantId the provider's name for the registration, when there is one already
 * @param joinLink the provider's personal link, when there is one already
 * @param answers what else is known of the membership, by question; kept word for word
 */
public record Newcomer(
        long personId,
        @Nullable String to,
        @Nullable String reason,
        @Nullable Instant since,
        @Nullable String registrantId,
        @Nullable String joinLink,
        Map<String, String> answers) {

    public static Newcomer of(long personId) {
        return new Newcomer(personId, null, null, null, null, null, Map.of());
    }
}
