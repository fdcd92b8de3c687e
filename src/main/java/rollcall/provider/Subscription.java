package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a provider is asked to tell by itself.
 *
 * @param topic as {@link Subscribing#topics} names it
 * @param wanted whether a program is still held as that event
 * @param remoteId the provider's own id of it; null as long as it was not asked for
 * @param until when the provider stops telling; null as long as it was not asked for
 * @param madeWith a signature of what it was asked for with; null as long as it was not asked for
 * @param failures how often in a row asking has failed
 * @param words what the provider said then; null when all is well
 */
record Subscription(
        long id,
        EventRef event,
        String topic,
        boolean wanted,
        @Nullable String remoteId,
        @Nullable Instant until,
        @Nullable String madeWith,
        Instant dueAt,
        int failures,
        @Nullable String words) {

    /** Whether the provider tells at that time, for all we know. */
    public boolean tells(Instant now) {
        return remoteId != null && until != null && until.isAfter(now);
    }
}
