package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the members of one program stand at the provider, and what it is still to be told.
 *
 * @param sending whose registration was not tried yet or is being tried at this moment
 * @param retrying whose registration failed for now and is tried again
 * @param nextRetryAt when the next of those is tried; null when none is
 * @param accepted whom the provider has accepted
 * @param refused whom it has refused
 * @param cancelling cancellations that the provider was not told of yet
 * @param byHand registrations that a person has to cancel at the provider
 */
public record PushOverview(
        long sending,
        long retrying,
        @Nullable Instant nextRetryAt,
        long accepted,
        long refused,
        long cancelling,
        long byHand) {

    /** Whether somebody is registered there, or is to be, or is to be cancelled. */
    boolean anybody() {
        return accepted + sending + retrying + cancelling > 0;
    }

    public boolean nothing() {
        return sending == 0 && retrying == 0 && cancelling == 0 && byHand == 0;
    }
}
