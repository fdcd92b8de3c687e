package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way into a provider: an account there, with what opens it.
 *
 * @param declared its name in the configuration; null when it was typed on a page
 * @param version grows with each change of what opens it
 * @param words what the provider said when it last did not let us in; null when nothing
 * @param seenAt when it was last used or checked; null when never
 */
public record Connection(
        long id,
        String kind,
        String name,
        @Nullable String declared,
        boolean enabled,
        int version,
        Health health,
        @Nullable String words,
        @Nullable Instant seenAt) {

    public enum Health {
        UNTRIED,
        WELL,
        /** The provider does not let us in: nothing is sent until a person has seen to it. */
        BARRED,
        /** What was read or written last did not work for another reason. */
        TROUBLED;

        static Health after(ProviderFailure failure) {
            return failure instanceof ProviderFailure.Barred ? BARRED : TROUBLED;
        }
    }

    public boolean barred() {
        return health == Health.BARRED;
    }
}
