package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the provider's webinars, to choose from.
 *
 * @param externalId the provider's own id of the event
 * @param startsAt null when the provider does not say
 */
public record EventListing(
        String externalId, String title, @Nullable Instant startsAt) {}
