package rollcall.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What goes through a connection.
 *
 * @param programs how many programs' webinars are reached through it
 * @param waiting how many deliveries are to be sent
 * @param oldest since when the oldest of them waits; null when none does
 */
record ConnectionLoad(long programs, long waiting, @Nullable Instant oldest) {

    static final ConnectionLoad NONE = new ConnectionLoad(0, 0, null);
}
