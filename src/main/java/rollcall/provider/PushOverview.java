package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is on its way to the provider for one program.
 *
 * @param waiting what was not tried yet or is being tried at this moment
 * @param retrying what failed for now and is tried again
 * @param nextRetryAt when the next of those is tried; null when none is
 * @param byHand registrations that a person has to cancel at the provider
 */
public record PushOverview(
        long waiting, long retrying, @Nullable Instant nextRetryAt, long byHand) {

    public boolean nothing() {
        return waiting == 0 && retrying == 0 && byHand == 0;
    }
}
