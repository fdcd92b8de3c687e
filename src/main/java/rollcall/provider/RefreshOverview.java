package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a program's attendance stands.
 *
 * @param possible whether there is a provider to ask
 * @param last null when it was never asked
 * @param next when it is asked by itself; null when it is not
 * @param waiting how many attended and match nobody, and wait for a decision
 */
public record RefreshOverview(
        boolean possible, @Nullable Refresh last, @Nullable Instant next, long waiting) {

    static final RefreshOverview BY_HAND = new RefreshOverview(false, null, null, 0);
}
