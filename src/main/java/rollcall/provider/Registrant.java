package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is, or was, registered at the provider.
 *
 * @param memberId ours, where the provider kept it
 * @param words why they were turned down or left, in the provider's words; empty when it says nothing
 * @param since when that state began; null when the provider does not say
 */
public record Registrant(
        RegistrantRef ref,
        @Nullable Long memberId,
        String name,
        State state,
        @Nullable JoinLink link,
        String words,
        @Nullable Instant since) {

    public enum State {
        APPROVED,
        PENDING,
        WAITLISTED,
        DENIED,
        CANCELLED,
        UNKNOWN
    }
}
