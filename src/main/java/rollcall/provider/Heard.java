package rollcall.provider;

import java.time.Instant;
import java.util.List;

/** What a {@link Knock} comes to. */
public sealed interface Heard {

    /** It does not prove that it is the provider's. */
    record Nobody() implements Heard {}

    /** The provider wants an answer, by which it knows that the address is ours. */
    record Challenge(String contentType, String answer) implements Heard {}

    /** Something happened there. */
    record News(List<Item> items) implements Heard {}

    /**
     * @param externalId of the event; for what is said of a subscription, its own id there
     * @param at when it happened
     */
    record Item(String externalId, What what, Instant at) {}

    enum What {
        /** Somebody registered, or their registration has changed. */
        REGISTRATIONS,
        BEGAN,
        /** The event itself has changed: its time, its title. */
        CHANGED,
        ENDED,
        /** A subscription is about to end unless it is renewed now. */
        SUBSCRIPTION_ENDS,
        /** A subscription is gone there. */
        SUBSCRIPTION_LOST,
        /** A subscription has not told everything. */
        MISSED
    }
}
